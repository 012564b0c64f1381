using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>A failed command in Jupyter's terms: name, value, and the lines to show, in plain text and in colour.</summary>
internal sealed record CellError(string Name, string Value, IReadOnlyList<string> PlainTraceback, IReadOnlyList<string> Traceback)
{
    public static CellError From(CommandFailed failed)
    {
        var lines = failed.Message.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        if (failed.Exception is OperationCanceledException)
        {
            return new CellError("Interrupted", "The cell was interrupted.", ["Interrupted."], ["Interrupted."]);
        }

        var (name, value) = failed.Exception switch
        {
            CodeSubmissionCompilationErrorException => ("CompilationError", lines[0]),
            { } exception => (exception.GetType().Name, exception.Message),
            null => ("Error", lines[0]),
        };
        var submission = NotebookKernel.RootOf(failed.Command) as SubmitCode;
        var cell = submission?.Parameters.TryGetValue(NotebookKernel.CellParameter, out var number) == true ? $"cell {number}" : "";
        return new CellError(name, value, lines, new ErrorTrace(cell, submission?.Code ?? "").Colour(lines));
    }
}
