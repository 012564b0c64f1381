namespace PaperSharp.Cli.Checks;

/// <summary>Something in a notebook that is to be mended.</summary>
/// <param name="Cell">Which cell, as the reader finds it; null for the file as a whole.</param>
/// <param name="Line">The line in that cell, from 1; null when it is about all of it.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Advice">What to do; empty where the problem says it.</param>
internal sealed record Finding(CheckedCell? Cell, int? Line, string Problem, string Advice)
{
    public override string ToString()
    {
        var place = Cell is null ? "file" : Line is { } line ? $"{Cell.Name}, line {line}" : Cell.Name;
        return Advice.Length == 0 ? $"{place}: {Problem}" : $"{place}: {Problem}. {Advice}";
    }
}
