using System.Net;

namespace PaperSharp.Cli.Html;

/// <summary>What every page has around its contents: styles, landmarks, the light-or-dark button, scripts and their licences.</summary>
/// <param name="Title">As HTML without tags.</param>
/// <param name="Side">The contents at the side, as HTML.</param>
/// <param name="Main">The page itself, as HTML.</param>
internal sealed record PageShell(string Title, string Side, string Main)
{
    /// <summary>The index that the page belongs to.</summary>
    public string? Home { get; init; }

    /// <summary>Styles beside the page's own.</summary>
    public string? Styles { get; init; }

    /// <summary>Libraries that are part of the page: name, script and licence.</summary>
    public IReadOnlyList<(string Name, string Script, string? Licence)> Libraries { get; init; } = [];

    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Title}</title>
        <style>
        {Resources.Read("page.css")}
        {Styles}
        </style>
        <script>try {"{"} var theme = localStorage.getItem("theme"); if (theme) document.documentElement.dataset.theme = theme; {"}"} catch (e) {"{"} {"}"}</script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the text</a>
        <nav id="side" aria-label="Contents">
        <div class="tools">{(Home is null ? "<span></span>" : $"<a class=\"home\" href=\"{WebUtility.HtmlEncode(Home)}\">All notebooks</a>")}<button type="button" id="theme" aria-label="Light or dark" title="Light or dark">◐</button></div>
        <details open>
        <summary>Contents</summary>
        {Side}
        </details>
        </nav>
        <main id="main">
        {Main}
        </main>
        {Licences()}
        {string.Concat(Libraries.Select(library => Script(library.Script) + "\n"))}{Script(Resources.Read("page.js"))}
        </body>
        </html>

        """;

    private string Licences()
    {
        var texts = Libraries.Where(library => library.Licence is not null).Select(library => $"<h2>{library.Name}</h2><pre>{WebUtility.HtmlEncode(library.Licence!.Trim())}</pre>").ToList();
        return texts.Count == 0 ? "" : $"<footer><details><summary>Licences of the scripts in this page</summary>\n{string.Join('\n', texts)}\n</details></footer>";
    }

    // Neither sequence may stand in a script element; both can only be part of a text or a pattern there.
    private static string Script(string source) =>
        $"<script>{source.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "\\x3C!--", StringComparison.Ordinal)}</script>";
}
