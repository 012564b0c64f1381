using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive;

public class Diagnostic
{
    public Diagnostic(LinePositionSpan linePositionSpan, DiagnosticSeverity severity, string code, string message)
    {
        LinePositionSpan = linePositionSpan;
        Severity = severity;
        Code = code;
        Message = message;
    }

    public LinePositionSpan LinePositionSpan { get; }

    public DiagnosticSeverity Severity { get; }

    public string Code { get; }

    public string Message { get; }

    public Diagnostic WithLinePositionSpan(LinePositionSpan linePositionSpan) => new(linePositionSpan, Severity, Code, Message);

    public override string ToString() =>
        $"({LinePositionSpan.Start.Line + 1},{LinePositionSpan.Start.Character + 1}): {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";

    public static Diagnostic FromCodeAnalysisDiagnostic(CodeAnalysis.Diagnostic diagnostic) =>
        new(LinePositionSpan.FromCodeAnalysisLinePositionSpan(diagnostic.Location.GetLineSpan().Span),
            diagnostic.Severity,
            diagnostic.Id,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
