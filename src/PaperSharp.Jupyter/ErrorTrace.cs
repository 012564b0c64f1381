using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperSharp.Jupyter;

/// <summary>
/// Colours the lines of an error (ANSI escapes, as Jupyter has it) and puts the line of code below that each compiler
/// error, and the innermost frame of an exception, points to.
/// </summary>
internal sealed partial class ErrorTrace(string cellName, string code)
{
    private const string Red = "\e[1;31m";
    private const string Yellow = "\e[33m";
    private const string Cyan = "\e[36m";
    private const string Grey = "\e[90m";
    private const string Reset = "\e[0m";

    private bool _hasFrame;

    public IReadOnlyList<string> Colour(IReadOnlyList<string> lines) => [.. lines.SelectMany(Colour)];

    private IEnumerable<string> Colour(string line)
    {
        if (Diagnostic().Match(line) is { Success: true } diagnostic)
        {
            var colour = diagnostic.Groups["severity"].Value == "error" ? Red : Yellow;
            var head = diagnostic.Groups["head"];
            yield return $"{colour}{head.Value}{Reset}{line[head.Length..]}";
            foreach (var excerpt in Excerpt(diagnostic, colour))
            {
                yield return excerpt;
            }
        }
        else if (Frame().Match(line) is { Success: true } frame)
        {
            var where = frame.Groups["where"];
            yield return $"{line[..where.Index]}{Cyan}{where.Value}{Reset}{line[(where.Index + where.Length)..]}";
            foreach (var excerpt in _hasFrame ? [] : Excerpt(frame, Red).ToList())
            {
                _hasFrame = true;
                yield return excerpt;
            }
        }
        else if (ExceptionLine().Match(line) is { Success: true } exception)
        {
            _hasFrame = false;
            var name = exception.Groups["name"];
            yield return $"{line[..name.Index]}{Red}{name.Value}{Reset}{line[(name.Index + name.Length)..]}";
        }
        else
        {
            yield return line;
        }
    }

    /// <summary>The line of code with a mark under the column; nothing where the code is not at hand.</summary>
    private IEnumerable<string> Excerpt(Match place, string colour)
    {
        var number = int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture);
        var column = int.Parse(place.Groups["column"].Value, CultureInfo.InvariantCulture);
        var source = SourceOf(place.Groups["path"].Value)?.ReplaceLineEndings("\n").Split('\n');
        if (source is null || number < 1 || number > source.Length || column < 1 || column > source[number - 1].Length + 1)
        {
            yield break;
        }

        var text = source[number - 1];
        var margin = number.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var width = 1;
        while (column - 1 + width < text.Length && IsWord(text[column - 2 + width]) && IsWord(text[column - 1 + width]))
        {
            width++;
        }

        // Tabs stay tabs, so that the mark stands below what it means.
        var indent = string.Concat(text[..(column - 1)].Select(c => c == '\t' ? '\t' : ' '));
        yield return $"{Grey}{margin} | {Reset}{text}";
        yield return $"{Grey}{new string(' ', margin.Length)} | {Reset}{indent}{colour}{new string('^', width)}{Reset}";
    }

    private string? SourceOf(string path)
    {
        if (path == cellName || path.Length == 0)
        {
            return code;
        }

        try
        {
            return path.Contains(", cell ", StringComparison.Ordinal) || !File.Exists(path) ? null : File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    [GeneratedRegex(@"^(?<head>(?<path>[^()]*)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning) \w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"^   at (?<where>(?<path>.+), line (?<line>\d+), column (?<column>\d+))", RegexOptions.ExplicitCapture)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(caused by )?(?<name>[\w.]*(Exception|Error)(<[^:]*>)?): ", RegexOptions.ExplicitCapture)]
    private static partial Regex ExceptionLine();
}
