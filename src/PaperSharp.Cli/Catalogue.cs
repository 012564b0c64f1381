using System.Text.Json;

namespace PaperSharp.Cli;

/// <summary>A notebook of the series.</summary>
/// <param name="Name">The file's name without its ending; what <c>papers run</c> takes.</param>
/// <param name="Chapter">The folder's name.</param>
/// <param name="Path">The full path of the file.</param>
internal sealed record CatalogueEntry(string Name, string Chapter, string Path)
{
    /// <summary>The first heading of the notebook, or its name when it has none or cannot be read.</summary>
    public string Title()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path));
            foreach (var cell in json.RootElement.GetProperty("cells").EnumerateArray())
            {
                var source = cell.GetProperty("source");
                var text = source.ValueKind == JsonValueKind.Array
                    ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
                    : source.GetString() ?? "";
                var heading = text.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal));
                if (heading is not null)
                {
                    return heading[2..].Trim();
                }
            }
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{Name} (not a readable notebook: {error.Message})";
        }

        return Name;
    }
}

/// <summary>The notebooks of the series: <c>notebooks/&lt;chapter&gt;/&lt;name&gt;.ipynb</c>, solutions apart.</summary>
internal static class Catalogue
{
    private const string SolutionsFolder = "solutions";

    /// <summary>The papers along the learning path; those that it does not name follow, by name.</summary>
    public static IReadOnlyList<CatalogueEntry> Papers(Repository repository)
    {
        var path = LearningPath(repository);
        return [.. All(repository).Where(entry => entry.Chapter != SolutionsFolder).OrderBy(entry => path.GetValueOrDefault($"{entry.Chapter}/{entry.Name}", path.Count))];
    }

    public static IReadOnlyList<CatalogueEntry> Solutions(Repository repository) =>
        [.. All(repository).Where(entry => entry.Chapter == SolutionsFolder)];

    /// <summary>Whether it is one of <see cref="Papers"/>, however it was named.</summary>
    public static bool IsPaper(Repository repository, CatalogueEntry entry) => Papers(repository).Any(paper => paper.Path == entry.Path);

    /// <summary>Resolves what the user typed: a name from the catalogue, or the path of an .ipynb file.</summary>
    /// <exception cref="PapersException">Neither exists; the message lists what does.</exception>
    public static CatalogueEntry Find(Repository repository, string nameOrPath)
    {
        var all = All(repository);
        var entry = all.FirstOrDefault(entry => entry.Name.Equals(nameOrPath, StringComparison.OrdinalIgnoreCase));
        if (entry is not null)
        {
            return entry;
        }

        if (File.Exists(nameOrPath))
        {
            var path = System.IO.Path.GetFullPath(nameOrPath);
            return new CatalogueEntry(
                System.IO.Path.GetFileNameWithoutExtension(path),
                System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!),
                path);
        }

        var names = string.Join(", ", Papers(repository).Select(paper => paper.Name));
        throw new PapersException($"there is no notebook '{nameOrPath}'. Give one of these names, or the path of an .ipynb file: {names}.");
    }

    /// <summary>What <c>papers run</c> takes for several notebooks: 'all', or the name of a chapter's folder; null for anything else.</summary>
    public static IReadOnlyList<CatalogueEntry>? Several(Repository repository, string name)
    {
        var papers = Papers(repository);
        return name == "all" ? papers : papers.Where(paper => paper.Chapter == name).ToList() is { Count: > 0 } chapter ? chapter : null;
    }

    /// <summary>The file learning-path.txt beside the chapters: a line <c>chapter/name</c> for each paper, in the order to read them.</summary>
    private static Dictionary<string, int> LearningPath(Repository repository)
    {
        var file = System.IO.Path.Combine(repository.Notebooks, "learning-path.txt");
        return File.Exists(file)
            ? File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Distinct().Select((name, place) => (name, place)).ToDictionary(line => line.name, line => line.place)
            : [];
    }

    private static List<CatalogueEntry> All(Repository repository) =>
        !Directory.Exists(repository.Notebooks)
            ? []
            : [.. Directory.EnumerateDirectories(repository.Notebooks)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb"))
                .Order(StringComparer.Ordinal)
                .Select(path => new CatalogueEntry(
                    System.IO.Path.GetFileNameWithoutExtension(path),
                    System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!),
                    path))];
}
