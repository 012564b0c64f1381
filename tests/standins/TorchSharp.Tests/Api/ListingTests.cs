using System.Reflection;

namespace TorchSharp.Tests.Api;

/// <summary>Holds the stand-in against the listing of the package's public signatures.</summary>
public class ListingTests
{
    private const string File = "TorchSharp-0.107.txt";

    [SkippableListingFact]
    public void PublicMembers_OfEveryType_AreMembersOfThePackage()
    {
        var listing = Read(SkippableListingFactAttribute.Find()!);
        var extras = new List<string>();
        foreach (var type in typeof(torch).Assembly.GetExportedTypes())
        {
            var name = $"{type.Namespace}: {Signatures.Type(type)}";
            if (typeof(Delegate).IsAssignableFrom(type)) continue;
            if (!listing.TryGetValue(name, out var members))
            {
                extras.Add(name);
                continue;
            }

            extras.AddRange(
                Signatures.Members(type).Select(Signatures.WithoutImplementation)
                    .Where(member => !members.Contains(member) && !Hidden(member))
                    .Select(member => $"{name}: {member}"));
        }

        Assert.True(extras.Count == 0, $"Not in the package:\n{string.Join("\n", extras)}");
    }

    /// <summary>Overrides that the listing leaves to the base type.</summary>
    private static bool Hidden(string member) => member is "protected void Finalize()" or "protected void Dispose(bool disposing)";

    private static Dictionary<string, HashSet<string>> Read(string path)
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string>? current = null;
        var isEnum = false;
        var isAbstract = false;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal) && current is not null)
            {
                if (isEnum) current.UnionWith(line.Trim().Split(", "));
                else current.Add(Constructor(Signatures.WithoutImplementation(line.Trim())));
            }
            else if (line.Contains(": ", StringComparison.Ordinal))
            {
                var header = line.Split(' ').SkipWhile(word => word is "abstract" or "static").ToArray();
                isEnum = header[0] == "enum";
                isAbstract = line.StartsWith("abstract ", StringComparison.Ordinal);
                var rest = string.Join(' ', header[1..]);
                var space = rest[..rest.IndexOf(": ", StringComparison.Ordinal)];
                var name = rest[(space.Length + 2)..].Split(" : ")[0];
                types[$"{space}: {name}"] = current = [];
            }
        }

        return types;

        // Whether an abstract class's constructor is protected makes no difference to anybody.
        string Constructor(string member) => isAbstract && member.StartsWith("protected new(", StringComparison.Ordinal) ? member["protected ".Length..] : member;
    }

    /// <summary>Runs where the listing is: in the folder that PAPERS_API names, or in shared/api beside the checkout.</summary>
    private sealed class SkippableListingFactAttribute : FactAttribute
    {
        public SkippableListingFactAttribute()
        {
            if (Find() is null) Skip = $"{File} is not here: set PAPERS_API to its folder.";
        }

        internal static string? Find()
        {
            var folders = new List<string>();
            if (Environment.GetEnvironmentVariable("PAPERS_API") is { Length: > 0 } named) folders.Add(named);
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                folders.Add(Path.Combine(folder.FullName, "shared", "api"));
            return folders.Select(folder => Path.Combine(folder, File)).FirstOrDefault(System.IO.File.Exists);
        }
    }
}
