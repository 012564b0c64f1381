using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Authoring;

/// <summary>
/// A notebook to begin with: every part that a paper's notebook has, with a small example that runs, and a mark (✎)
/// wherever the author has something to write; <c>papers check</c> lists the marks that are left.
/// </summary>
internal static partial class NewNotebook
{
    /// <param name="repository">Where the notebooks are.</param>
    /// <param name="place">Chapter and name, such as <c>generative-models/vae</c>.</param>
    /// <param name="title">The paper's title; made from the name if not given.</param>
    /// <returns>The files that were written: the notebook and its first solution.</returns>
    /// <exception cref="PapersException">The name is not proper, or there is such a notebook.</exception>
    public static IReadOnlyList<string> Write(Repository repository, string place, string? title)
    {
        if (!Place().IsMatch(place))
        {
            throw new PapersException($"'{place}' is not of the form chapter/name in small letters, digits and hyphens; for example: generative-models/vae");
        }

        var (chapter, name) = (place.Split('/')[0], place.Split('/')[1]);
        if (chapter == "solutions")
        {
            throw new PapersException("'solutions' is not a chapter: it holds the exercises' solutions. Name another chapter.");
        }

        if (Catalogue.Papers(repository).Concat(Catalogue.Solutions(repository)).FirstOrDefault(entry => entry.Name == name || entry.Name == $"{name}-1") is { } existing)
        {
            throw new PapersException($"there is {existing.Path} already, which has that name. Choose another one; nothing was written.");
        }

        string Path(string folder, string file) => System.IO.Path.Combine(repository.Notebooks, folder, file + ".ipynb");
        var files = new[] { (Template: "notebook.md", Path: Path(chapter, name)), (Template: "solution.md", Path: Path("solutions", $"{name}-1")) };
        foreach (var (template, path) in files)
        {
            var text = Resources.Read(template, "Authoring")
                .Replace("{title}", title ?? Title(name), StringComparison.Ordinal)
                .Replace("{chapter}", chapter, StringComparison.Ordinal)
                .Replace("{name}", name, StringComparison.Ordinal);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            NotebookJson.Save(NotebookFromText.Read(text, template), path);
        }

        return [.. files.Select(file => file.Path)];
    }

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Place();
}
