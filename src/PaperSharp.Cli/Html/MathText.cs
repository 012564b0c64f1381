using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Html;

/// <summary>A formula in a text.</summary>
/// <param name="Tex">Its source, without the dollar signs.</param>
/// <param name="Display">Whether it stands in a line of its own.</param>
/// <param name="Start">Where it begins, with its dollar signs.</param>
internal sealed record Formula(string Tex, bool Display, int Start);

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

    private readonly List<Formula> _formulas = [];

    /// <summary>Whether there was any mathematics.</summary>
    public bool HasFormulas => _formulas.Count > 0;

    /// <summary>The formulas of a text, in order.</summary>
    public static IEnumerable<Formula> Find(string markdown) => Parts().Matches(markdown).Select(AsFormula).OfType<Formula>();

    /// <summary>The text with spaces in place of its formulas, and of its code too if asked; every line stays where it is.</summary>
    public static string Blank(string markdown, bool alsoCode) => Parts().Replace(markdown, match =>
        alsoCode || AsFormula(match) is not null ? NotLineEnds().Replace(match.Value, " ") : match.Value);

    public string Protect(string markdown) => Parts().Replace(markdown, match =>
    {
        if (AsFormula(match) is not { } formula)
        {
            return match.Value;
        }

        _formulas.Add(formula);
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_formulas.Count - 1}{Close}");
    });

    /// <summary>Puts the formulas into the HTML, as their source; the page's script sets them.</summary>
    public string Restore(string html) => Places().Replace(html, match =>
    {
        var formula = _formulas[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
        return $"<span class=\"math {(formula.Display ? "display" : "inline")}\">{WebUtility.HtmlEncode(formula.Tex)}</span>";
    });

    private static Formula? AsFormula(Match match) =>
        match.Groups["display"].Success ? new Formula(match.Groups["display"].Value.Trim(), true, match.Index)
        : match.Groups["environment"].Success ? new Formula(match.Groups["environment"].Value.Trim(), true, match.Index)
        : match.Groups["inline"].Success ? new Formula(match.Groups["inline"].Value.Trim(), false, match.Index)
        : null;

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

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotLineEnds();

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Places();
}
