using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>A compiled cell. <see cref="Entry"/> is null when there is nothing to run, only usings or references.</summary>
internal sealed record Submission(Script<object> Script, Func<object?[], Task<object>>? Entry, IReadOnlyList<CellDiagnostic> Diagnostics, bool LeavesNothing);

/// <summary>What the compiler says about a cell or a loaded file; line and column count from zero.</summary>
internal sealed record CellDiagnostic(string Path, LinePositionSpan Span, CodeAnalysis.DiagnosticSeverity Severity, string Code, string Message)
{
    public bool IsError => Severity == CodeAnalysis.DiagnosticSeverity.Error;

    public override string ToString() =>
        $"{ScriptPaths.Show(Path)}({Span.Start.Line + 1},{Span.Start.Character + 1}): {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
