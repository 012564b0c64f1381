using System.Globalization;

namespace PaperSharp.Jupyter;

/// <summary>
/// Keeps what one cell prints to what a front end can show: notebook servers drop messages that come too fast, and
/// browsers stop answering. What is left out is said.
/// </summary>
internal sealed class OutputLimit
{
    /// <summary>The characters that one cell may print; Jupyter's own server stops at 3 MB in three seconds.</summary>
    public const int PrintedCharacters = 2_000_000;

    /// <summary>The characters of a value's plain text.</summary>
    public const int TextCharacters = 1_000_000;

    /// <summary>The characters of any other form of a value, pictures and figures included.</summary>
    public const int DataCharacters = 10_000_000;

    private const int KeptOfLongText = 10_000;

    private int _printed;

    /// <summary>The part of the text that is still shown: all of it, a beginning with a message, or nothing.</summary>
    public string Print(string text)
    {
        if (_printed > PrintedCharacters)
        {
            return "";
        }

        var room = PrintedCharacters - _printed;
        _printed += text.Length;
        return text.Length <= room
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{Beginning(text, room)}\n… The cell has printed more than {PrintedCharacters:N0} characters; the rest is not shown. Write long text to a file.\n");
    }

    /// <summary>A value's plain text, or its beginning with a message.</summary>
    public static string Shorten(string text) => text.Length <= TextCharacters
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{Beginning(text, KeptOfLongText)}\n… These are the first {KeptOfLongText:N0} of {text.Length:N0} characters.");

    private static string Beginning(string text, int length) =>
        text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
