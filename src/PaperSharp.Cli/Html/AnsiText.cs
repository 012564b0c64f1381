using System.Net;
using System.Text;

namespace PaperSharp.Cli.Html;

/// <summary>Text with terminal colours as HTML.</summary>
internal static class AnsiText
{
    private static readonly string[] Names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>Colours and bold become spans with classes (<c>ansi-red</c>); every other control sequence is left out.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var (colour, bold) = ((string?)null, false);
        var start = 0;
        while (start < text.Length)
        {
            var escape = text.IndexOf('\u001b', start);
            Append(html, escape < 0 ? text[start..] : text[start..escape], colour, bold);
            if (escape < 0)
            {
                break;
            }

            start = Sequence(text, escape, out var codes);
            foreach (var code in codes)
            {
                (colour, bold) = code switch
                {
                    0 => (null, false),
                    1 => (colour, true),
                    22 => (colour, false),
                    39 => (null, bold),
                    >= 30 and <= 37 => (Names[code - 30], bold),
                    >= 90 and <= 97 => (Names[code - 90], bold),
                    _ => (colour, bold),
                };
            }
        }

        return html.ToString();
    }

    // ESC [ numbers letter; only the letter m sets colours. Extended colours (38;5;n and 38;2;r;g;b) are not shown.
    private static int Sequence(string text, int escape, out IEnumerable<int> codes)
    {
        codes = [];
        if (escape + 1 >= text.Length || text[escape + 1] != '[')
        {
            return escape + 1;
        }

        var end = escape + 2;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or ';' or '?')
        {
            end++;
        }

        if (end < text.Length && text[end] == 'm')
        {
            var numbers = text[(escape + 2)..end].Split(';').Select(number => number.Length == 0 ? 0 : int.TryParse(number, out var n) ? n : -1).ToArray();
            codes = numbers[0] is 38 or 48 ? [] : numbers;
        }

        return Math.Min(end + 1, text.Length);
    }

    private static void Append(StringBuilder html, string text, string? colour, bool bold)
    {
        if (text.Length == 0)
        {
            return;
        }

        var classes = string.Join(' ', new[] { colour is null ? null : $"ansi-{colour}", bold ? "ansi-bold" : null }.OfType<string>());
        var encoded = WebUtility.HtmlEncode(text);
        html.Append(classes.Length == 0 ? encoded : $"<span class=\"{classes}\">{encoded}</span>");
    }
}
