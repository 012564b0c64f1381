using System.Text.RegularExpressions;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>The parts that a paper's notebook has, and the places that its author has yet to write.</summary>
internal static partial class ShapeCheck
{
    /// <summary>Stands in the notebook that <c>papers new</c> writes, wherever something is to be put.</summary>
    public const string Unwritten = "✎";

    private static readonly string[] HeaderParts = ["Authors", "Claim", "Chapter", "Prerequisites", "Dataset", "Parameters", "Time"];
    private static readonly string[] Sections = ["claim", "against the paper", "exercises", "references"];

    public static IEnumerable<Finding> Run(CheckedNotebook notebook) =>
        [.. Setup(notebook), .. notebook.Cells.SelectMany(Places), .. notebook.IsPaper ? Parts(notebook) : []];

    private static IEnumerable<Finding> Setup(CheckedNotebook notebook)
    {
        if (notebook.Code.FirstOrDefault() is not { } first || first.Source.Trim() != "#load \"../setup.csx\"")
        {
            yield return new Finding(notebook.Code.FirstOrDefault(), null, "the first code cell does not load the set-up alone", "Put a cell  #load \"../setup.csx\"  before it.");
        }
    }

    private static IEnumerable<Finding> Places(CheckedCell cell) =>
        cell.Source.Split('\n').Index()
            .Where(line => line.Item.Contains(Unwritten, StringComparison.Ordinal))
            .Select(line => new Finding(cell, line.Index + 1, $"still to be written: {line.Item[(line.Item.IndexOf(Unwritten, StringComparison.Ordinal) + 1)..].Trim(' ', '*', '|')}", ""));

    private static IEnumerable<Finding> Parts(CheckedNotebook notebook)
    {
        var header = notebook.Cells.Count > 0 ? notebook.Cells[0] : null;
        if (header?.Type != CellType.Markdown || !header.Source.StartsWith("# ", StringComparison.Ordinal))
        {
            yield return new Finding(header, null, "the notebook does not begin with its title", "Begin with a text cell whose first line is: # Title of the paper");
        }

        var text = header?.Source ?? "";
        if (!PaperLink().IsMatch(text))
        {
            yield return new Finding(header, null, "the header does not say where the paper is", "Name its arXiv number or its DOI.");
        }

        foreach (var part in HeaderParts.Where(part => !text.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Finding(header, null, $"the header lacks '{part}'", "Add it, as in the other notebooks.");
        }

        var headings = notebook.Text.SelectMany(cell => cell.Source.Split('\n')).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        foreach (var section in Sections.Where(section => !headings.Any(heading => heading.Contains(section, StringComparison.OrdinalIgnoreCase))))
        {
            yield return new Finding(null, null, $"there is no section about '{section}'", $"Add a heading '## …' that says {section}.");
        }

        foreach (var finding in Mathematics(notebook))
        {
            yield return finding;
        }

        if (!notebook.Text.Any(cell => cell.Source.Contains("](../solutions/", StringComparison.Ordinal)))
        {
            yield return new Finding(null, null, "no exercise links to its solution", "Write notebooks/solutions/<name>-1-….ipynb and link to it as ../solutions/….");
        }
    }

    private static IEnumerable<Finding> Mathematics(CheckedNotebook notebook)
    {
        var equations = Enumerable.Range(0, notebook.Cells.Count)
            .Where(i => notebook.Cells[i].Type == CellType.Markdown && notebook.Cells[i].Source.Contains("$$", StringComparison.Ordinal)).ToList();
        if (equations.Count < 3)
        {
            yield return new Finding(null, null, $"{equations.Count} text cells have equations between $$, fewer than 3", "Show each equation directly above the code that computes it.");
        }

        if (equations.Count > 0 && !equations.Any(i => i + 1 < notebook.Cells.Count && notebook.Cells[i + 1].Type == CellType.Code))
        {
            yield return new Finding(null, null, "no equation is followed by the code that computes it", "Put each code cell directly below its equation.");
        }

        var checks = notebook.Code.Count(cell => cell.Source.Contains("Check.", StringComparison.Ordinal));
        if (checks < 4)
        {
            yield return new Finding(null, null, $"{checks} code cells check something with Check.…, fewer than 4", "Check every equation on small numbers, and the claim.");
        }
    }

    [GeneratedRegex(@"arXiv|doi\.org")]
    private static partial Regex PaperLink();
}
