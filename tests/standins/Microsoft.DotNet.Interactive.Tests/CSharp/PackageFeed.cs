using System.IO.Compression;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>A folder of packages, made here.</summary>
internal sealed class PackageFeed(string folder)
{
    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    /// <summary>Packs files, given by their path in the package, with dependencies of the form "Id 1.0.0".</summary>
    public void Pack(string id, string version, IEnumerable<(string Path, string Source)> files, params string[] dependencies)
    {
        using var zip = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        foreach (var (path, source) in files)
        {
            zip.CreateEntryFromFile(source, path);
        }

        using var manifest = new StreamWriter(zip.CreateEntry($"{id}.nuspec").Open());
        var needs = string.Concat(dependencies.Select(d => d.Split(' ')).Select(d => $"<dependency id=\"{d[0]}\" version=\"{d[1]}\" />"));
        manifest.Write($"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                <dependencies><group targetFramework="net8.0">{needs}</group></dependencies>
              </metadata>
            </package>
            """);
    }
}
