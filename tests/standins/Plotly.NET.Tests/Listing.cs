using System.Text.RegularExpressions;

namespace Plotly.NET.Tests;

/// <summary>The public signatures of Plotly.NET 5.1, where this machine has the listing.</summary>
internal static partial class Listing
{
    /// <summary>shared/api/Plotly.NET-5.1.txt beside the repository, or null.</summary>
    public static string? File { get; } = Above(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "api", "Plotly.NET-5.1.txt"))
        .FirstOrDefault(System.IO.File.Exists);

    /// <summary>The members of each type.</summary>
    public static Dictionary<string, HashSet<string>> Read()
    {
        var types = new Dictionary<string, HashSet<string>>();
        var members = new HashSet<string>();
        foreach (var line in System.IO.File.ReadLines(File!))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                types[$"{header.Groups[1].Value}: {header.Groups[2].Value}"] = members = [];
            }
            else
            {
                // C# has no constant of this type for a default; leaving the argument out means the same.
                members.Add(line.Trim().Replace("FSharpOption<bool> Append = true", "FSharpOption<bool> Append = null", StringComparison.Ordinal));
            }
        }

        return types;
    }

    /// <summary>The name of a type as the listing writes it.</summary>
    public static string Key(Type type) =>
        $"{type.Namespace}: {(type.IsNested ? type.DeclaringType!.Name + "." : "")}{type.Name}";

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    [GeneratedRegex(@"^(?:static |abstract )?(?:class|struct) ([\w.]+): ([\w.]+)")]
    private static partial Regex Header();
}

/// <summary>A test that is skipped where there is no listing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ListingFactAttribute : FactAttribute
{
    public ListingFactAttribute() => Skip = Listing.File is null ? "the listing shared/api/Plotly.NET-5.1.txt is not beside the repository" : null!;
}
