using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>The notebook files of the repository, read as plain JSON so that no code under test is in the way.</summary>
internal static class Notebooks
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths below the root, with forward slashes, so that test names are the same everywhere.</summary>
    public static TheoryData<string> All => [.. Paths()];

    public static TheoryData<string> Papers => [.. Paths().Where(path => !IsSolution(path))];

    public static TheoryData<string> Solutions => [.. Paths().Where(IsSolution)];

    public static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, path)))!;

    public static IReadOnlyList<JsonNode> Cells(string path) => [.. Read(path)["cells"]!.AsArray().Select(cell => cell!)];

    public static string Source(JsonNode cell) =>
        cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)cell["source"]!;

    public static bool IsCode(JsonNode cell) => (string?)cell["cell_type"] == "code";

    private static bool IsSolution(string path) => path.Contains("/solutions/", StringComparison.Ordinal);

    private static IEnumerable<string> Paths() =>
        Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/.ipynb_checkpoints/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaperSharp.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not stand in a PaperSharp folder.");
        }

        return folder.FullName;
    }
}
