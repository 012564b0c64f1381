using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>All that is known about a notebook without running it.</summary>
internal static class NotebookChecks
{
    /// <param name="entry">The notebook.</param>
    /// <param name="isPaper">Whether it must have the parts that every paper's notebook has.</param>
    /// <param name="katex">Sets formulas; null where nothing can.</param>
    /// <param name="cancellation">Ends the checks.</param>
    /// <returns>Everything there is to mend, in the order of the cells, the file's own first.</returns>
    public static async Task<IReadOnlyList<Finding>> RunAsync(CatalogueEntry entry, bool isPaper, Katex? katex, CancellationToken cancellation)
    {
        CheckedNotebook notebook;
        try
        {
            notebook = CheckedNotebook.Load(entry.Path, isPaper);
        }
        catch (NotebookFormatException error)
        {
            return [new Finding(null, null, error.Message.TrimEnd('.'), "")];
        }

        Finding[] findings =
        [
            .. FormatCheck.Run(notebook),
            .. await CompileCheck.RunAsync(notebook, cancellation),
            .. await MathCheck.RunAsync(notebook, katex, cancellation),
            .. LinkCheck.Run(notebook),
            .. OutputCheck.Run(notebook),
            .. ShapeCheck.Run(notebook),
        ];
        var places = notebook.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        return [.. findings.OrderBy(finding => finding.Cell is null ? -1 : places[finding.Cell]).ThenBy(finding => finding.Line ?? 0)];
    }
}
