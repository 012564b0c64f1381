using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;

namespace PaperSharp.Jupyter;

/// <summary>Positions in code: Jupyter counts code points from the start, C# UTF-16 units, kernels lines and characters.</summary>
internal static class CursorText
{
    public static int ToIndex(string code, int codePoints)
    {
        var index = 0;
        while (codePoints-- > 0 && index < code.Length)
        {
            index += char.IsSurrogatePair(code, index) ? 2 : 1;
        }

        return index;
    }

    public static int ToCodePoints(string code, int index)
    {
        var codePoints = 0;
        for (var i = 0; i < index; i += char.IsSurrogatePair(code, i) ? 2 : 1)
        {
            codePoints++;
        }

        return codePoints;
    }

    public static LinePosition ToPosition(string code, int index)
    {
        var line = code.AsSpan(0, index).Count('\n');
        return new LinePosition(line, index - (code.LastIndexOf('\n', Math.Max(0, index - 1), index) + 1));
    }

    public static int ToIndex(string code, LinePosition position)
    {
        var start = 0;
        for (var line = 0; line < position.Line; line++)
        {
            start = code.IndexOf('\n', start) + 1;
        }

        return start + position.Character;
    }

    /// <summary>The identifier that the index is in or at the end of; empty where there is none.</summary>
    public static string IdentifierAt(string code, int index)
    {
        var start = index;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }

        var end = index;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
        {
            end++;
        }

        return code[start..end];
    }
}
