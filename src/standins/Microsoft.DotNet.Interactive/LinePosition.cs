namespace Microsoft.DotNet.Interactive;

/// <summary>A place in a cell; both numbers count from zero.</summary>
public record LinePosition(int Line, int Character)
{
    public LinePosition SubtractLineOffset(LinePosition offset) => this with { Line = Line - offset.Line };

    public CodeAnalysis.Text.LinePosition ToCodeAnalysisLinePosition() => new(Line, Character);

    public static LinePosition FromCodeAnalysisLinePosition(CodeAnalysis.Text.LinePosition linePosition) =>
        new(linePosition.Line, linePosition.Character);

    public override string ToString() => $"({Line}, {Character})";
}

public record LinePositionSpan(LinePosition Start, LinePosition End)
{
    public LinePositionSpan SubtractLineOffset(LinePosition offset) =>
        new(Start.SubtractLineOffset(offset), End.SubtractLineOffset(offset));

    public CodeAnalysis.Text.LinePositionSpan ToCodeAnalysisLinePositionSpan() =>
        new(Start.ToCodeAnalysisLinePosition(), End.ToCodeAnalysisLinePosition());

    public static LinePositionSpan FromCodeAnalysisLinePositionSpan(CodeAnalysis.Text.LinePositionSpan linePositionSpan) =>
        new(LinePosition.FromCodeAnalysisLinePosition(linePositionSpan.Start), LinePosition.FromCodeAnalysisLinePosition(linePositionSpan.End));

    public override string ToString() => $"[{Start}..{End})";
}
