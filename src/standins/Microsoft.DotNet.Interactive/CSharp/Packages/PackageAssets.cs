using System.Text.Json;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>Reads what a restore has chosen from the file that it leaves behind.</summary>
internal static class PackageAssets
{
    public static IReadOnlyList<ResolvedPackageReference> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var target = root.GetProperty("targets").EnumerateObject().OrderByDescending(t => t.Name.Contains('/', StringComparison.Ordinal)).First().Value;
        var libraries = root.GetProperty("libraries");
        var packages = new List<ResolvedPackageReference>();
        foreach (var library in target.EnumerateObject())
        {
            var described = libraries.GetProperty(library.Name);
            if (described.GetProperty("type").GetString() != "package")
            {
                continue;
            }

            var relative = described.GetProperty("path").GetString()!;
            var packageRoot = folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists)
                ?? throw new DirectoryNotFoundException($"The package folder {relative} is gone.");
            var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
            packages.Add(new ResolvedPackageReference(
                library.Name[..slash],
                library.Name[(slash + 1)..],
                [.. Files(library.Value, "runtime", packageRoot).Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))],
                packageRoot,
                [.. Files(library.Value, "native", packageRoot).Select(path => Path.GetDirectoryName(path)!).Distinct()]));
        }

        return packages;
    }

    private static IEnumerable<string> Files(JsonElement library, string kind, string packageRoot) =>
        library.TryGetProperty(kind, out var files)
            ? files.EnumerateObject().Where(f => !f.Name.EndsWith("_._", StringComparison.Ordinal)).Select(f => Path.GetFullPath(Path.Combine(packageRoot, f.Name)))
            : [];
}
