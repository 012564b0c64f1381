using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>A failed command in Jupyter's terms: name, value, and lines to show.</summary>
internal sealed record CellError(string Name, string Value, IReadOnlyList<string> Traceback)
{
    public static CellError From(CommandFailed failed)
    {
        var lines = failed.Message.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        return failed.Exception switch
        {
            OperationCanceledException => new CellError("Interrupted", "The cell was interrupted.", ["Interrupted."]),
            CodeSubmissionCompilationErrorException => new CellError("CompilationError", lines[0], lines),
            { } exception => new CellError(exception.GetType().Name, exception.Message, lines),
            null => new CellError("Error", lines[0], lines),
        };
    }
}
