using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Html;

/// <summary>
/// Takes the mathematics out of Markdown before it is converted and puts it back afterwards, so that the underscores and
/// stars in a formula stay what they are. What counts as mathematics is what Jupyter takes for it: <c>$…$</c>,
/// <c>$$…$$</c> and <c>\begin{…}…\end{…}</c>, but not within code.
/// </summary>
internal sealed partial class MathText
{
    // Private-use characters: Markdown passes them through and no author writes them.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private readonly List<(string Tex, bool Display)> _formulas = [];

    /// <summary>Whether there was any mathematics.</summary>
    public bool HasFormulas => _formulas.Count > 0;

    public string Protect(string markdown) => Parts().Replace(markdown, match =>
    {
        if (match.Groups["code"].Success || match.Groups["escaped"].Success)
        {
            return match.Value;
        }

        var display = match.Groups["display"].Success || match.Groups["environment"].Success;
        var tex = match.Groups["display"].Success ? match.Groups["display"].Value
            : match.Groups["environment"].Success ? match.Groups["environment"].Value
            : match.Groups["inline"].Value;
        _formulas.Add((tex.Trim(), display));
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_formulas.Count - 1}{Close}");
    });

    /// <summary>Puts the formulas into the HTML, as their source; the page's script sets them.</summary>
    public string Restore(string html) => Places().Replace(html, match =>
    {
        var (tex, display) = _formulas[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
        return $"<span class=\"math {(display ? "display" : "inline")}\">{WebUtility.HtmlEncode(tex)}</span>";
    });

    [GeneratedRegex(
        """
        (?<code> ^[ ]{0,3}(?<fence>```+|~~~+) [\s\S]*? (?:^[ ]{0,3}\k<fence> | \z) | (?<ticks>`+) (?!`) [\s\S]*? (?<!`) \k<ticks> (?!`) )
        | (?<escaped> \\\$ )
        | \$\$ (?<display> [\s\S]+? ) \$\$
        | (?<environment> \\begin\{(?<name>[a-z]+\*?)\} [\s\S]+? \\end\{\k<name>\} )
        | \$ (?<inline> (?![\s$]) (?: \\. | [^$\\\n] | \n(?!\s*\n) )*? (?<!\s) ) \$ (?!\d)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Places();
}
