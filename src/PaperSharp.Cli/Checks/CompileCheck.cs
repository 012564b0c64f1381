using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>Every code cell compiles, with the ones before it in view.</summary>
internal static class CompileCheck
{
    public static async Task<IEnumerable<Finding>> RunAsync(CheckedNotebook notebook, CancellationToken cancellation)
    {
        var diagnostics = await NotebookRunner.CompileAsync(notebook.Document, notebook.Folder, cancellation);
        return diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => new Finding(
            notebook.Cells[diagnostic.Index],
            diagnostic.File is null ? diagnostic.Line : null,
            diagnostic.File is null
                ? $"{diagnostic.Code}: {diagnostic.Message.TrimEnd('.')}"
                : $"{diagnostic.File}({diagnostic.Line},{diagnostic.Column}): {diagnostic.Code}: {diagnostic.Message.TrimEnd('.')}",
            diagnostic.File is null ? $"Mend column {diagnostic.Column} of that line." : "Mend that file, or build with ./papers if it is missing."));
    }
}
