using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;

public class CodeSubmissionReceived : KernelEvent
{
    public CodeSubmissionReceived(SubmitCode command)
        : base(command)
    {
    }

    public string Code => ((SubmitCode)Command).Code;

    public override string ToString() => $"{nameof(CodeSubmissionReceived)}: {Code.ReplaceLineEndings(" ")}";
}

public class CompleteCodeSubmissionReceived : KernelEvent
{
    public CompleteCodeSubmissionReceived(SubmitCode submitCode)
        : base(submitCode)
    {
    }

    public string Code => ((SubmitCode)Command).Code;
}

/// <summary>Errors and warnings of the compiler; lines and characters count from zero within the cell.</summary>
public class DiagnosticsProduced : KernelEvent
{
    public DiagnosticsProduced(IReadOnlyCollection<Diagnostic> diagnostics, IReadOnlyCollection<FormattedValue> formattedDiagnostics, KernelCommand command)
        : base(command)
    {
        Diagnostics = diagnostics;
        FormattedDiagnostics = formattedDiagnostics;
    }

    public IReadOnlyCollection<Diagnostic> Diagnostics { get; }

    public IReadOnlyCollection<FormattedValue> FormattedDiagnostics { get; }

    public override string ToString() => $"{nameof(DiagnosticsProduced)}: {Diagnostics.Count}";
}
