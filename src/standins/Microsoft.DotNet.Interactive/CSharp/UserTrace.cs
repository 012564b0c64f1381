using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>An exception as the user should see it: its message and the frames of cells and loaded files.</summary>
internal static partial class UserTrace
{
    private const int MaximumFrames = 16;

    public static string Of(Exception exception, LoadedFiles files)
    {
        var lines = new List<string>();
        Add(exception, "", lines, files);
        return string.Join('\n', lines);
    }

    private static void Add(Exception exception, string prefix, List<string> lines, LoadedFiles files)
    {
        lines.Add($"{prefix}{TypeName.Of(exception.GetType())}: {exception.Message}");
        lines.AddRange(Shorten([.. Frames(exception, files)]));
        foreach (var inner in exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } one ? [one] : [])
        {
            Add(inner, "caused by ", lines, files);
        }
    }

    /// <summary>A recursion shows its innermost and its outermost calls.</summary>
    private static IEnumerable<string> Shorten(IReadOnlyList<string> frames) => frames.Count <= MaximumFrames
        ? frames
        : [.. frames.Take(MaximumFrames / 2), $"   … {frames.Count - MaximumFrames} more …", .. frames.TakeLast(MaximumFrames / 2)];

    private static IEnumerable<string> Frames(Exception exception, LoadedFiles files)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is not { } path || !files.Knows(path))
            {
                continue;
            }

            var line = frame.GetFileLineNumber();
            var column = files.OriginalColumn(path, line - 1, frame.GetFileColumnNumber() - 1) + 1;
            yield return $"   at {ScriptPaths.Show(path)}, line {line}, column {column}{MethodOf(frame)}";
        }
    }

    private static string MethodOf(StackFrame frame)
    {
        var method = frame.GetMethod();
        var names = $"{method?.DeclaringType?.Name}.{method?.Name}";
        if (names.Contains("<<Initialize>>", StringComparison.Ordinal))
        {
            return "";
        }

        // Lambdas, local functions and async methods keep the user's name between the brackets.
        var match = LocalFunction().Match(names);
        match = match.Success ? match : Generated().Match(names);
        var name = match.Success ? match.Groups[1].Value : method?.Name;
        return $", in {name}";
    }

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"<(\w+)>")]
    private static partial Regex Generated();
}
