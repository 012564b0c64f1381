using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PaperSharp.Cli.Html;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>Links and pictures that name a file or a heading: both have to be there. Addresses on the network are not asked for.</summary>
internal static partial class LinkCheck
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UsePreciseSourceLocation().Build();

    public static IEnumerable<Finding> Run(CheckedNotebook notebook)
    {
        var own = new Lazy<HashSet<string>>(() => Anchors(notebook.Text.Select(cell => cell.Source)));
        foreach (var cell in notebook.Text)
        {
            // Blanked, so that brackets in a formula are no link; lines stay what they are.
            foreach (var (address, line) in Links(MathText.Blank(cell.Source, alsoCode: false)))
            {
                if (Problem(notebook, cell, own, address) is { } problem)
                {
                    yield return new Finding(cell, line, problem, "Correct the link or add what it names.");
                }
            }
        }
    }

    private static string? Problem(CheckedNotebook notebook, CheckedCell cell, Lazy<HashSet<string>> own, string address)
    {
        if (address.Length == 0)
        {
            return "a link leads nowhere";
        }

        if (Scheme().IsMatch(address))
        {
            return address.StartsWith("attachment:", StringComparison.Ordinal) && cell.Json["attachments"]?[Uri.UnescapeDataString(address["attachment:".Length..])] is null
                ? $"the picture '{address}' is not stored in the cell" : null;
        }

        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = Uri.UnescapeDataString(address).Split('#', 2);
        var file = parts[0].Split('?')[0];
        if (file.StartsWith('/'))
        {
            return $"the link '{address}' is a path of one machine";
        }

        var path = Path.Combine(notebook.Folder, file);
        if (file.Length > 0 && !File.Exists(path) && !Directory.Exists(path))
        {
            return $"the link '{address}' leads to no file";
        }

        var anchors = parts.Length < 2 || parts[1].Length == 0 ? null : file.Length == 0 ? own.Value : AnchorsOf(path);
        return anchors is null || anchors.Contains(parts[1]) ? null : $"the link '{address}' leads to no heading";
    }

    private static IEnumerable<(string Address, int Line)> Links(string markdown)
    {
        foreach (var node in Markdown.Parse(markdown, Pipeline).Descendants())
        {
            switch (node)
            {
                case LinkInline { Url: { } url } link:
                    yield return (url, link.Line + 1);
                    break;
                case HtmlInline html:
                    foreach (var (address, _) in InHtml(html.Tag))
                    {
                        yield return (address, html.Line + 1);
                    }

                    break;
                case HtmlBlock block:
                    foreach (var (address, line) in InHtml(block.Lines.ToString()))
                    {
                        yield return (address, block.Line + line);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<(string Address, int Line)> InHtml(string html) =>
        HtmlLink().Matches(html).Select(match => (System.Net.WebUtility.HtmlDecode(match.Groups[1].Value), 1 + html.AsSpan(0, match.Index).Count('\n')));

    private static HashSet<string>? AnchorsOf(string path)
    {
        try
        {
            return Path.GetExtension(path) switch
            {
                ".ipynb" => Anchors(NotebookDocument.Load(path).Cells.Where(cell => cell.Type == CellType.Markdown).Select(cell => cell.Source)),
                ".md" => Anchors([File.ReadAllText(path)]),
                _ => null,
            };
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }

    /// <summary>A heading's anchor: as Jupyter makes it (spaces become hyphens) or as GitHub and VS Code do.</summary>
    private static HashSet<string> Anchors(IEnumerable<string> texts)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in texts.Select(text => Markdown.Parse(text, Pipeline)))
        {
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                var text = string.Concat(heading.Inline?.Descendants().Select(inline => inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    _ => "",
                }) ?? []).Trim();
                anchors.Add(text.Replace(' ', '-'));
                anchors.Add(Markdig.Helpers.LinkHelper.UrilizeAsGfm(text));
            }

            anchors.UnionWith(document.Descendants<HtmlBlock>().SelectMany(block => Named().Matches(block.Lines.ToString())).Select(match => match.Groups[1].Value));
            anchors.UnionWith(document.Descendants<HtmlInline>().SelectMany(html => Named().Matches(html.Tag)).Select(match => match.Groups[1].Value));
        }

        return anchors;
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("""<(?:a|img)\b[^>]*?\b(?:href|src)\s*=\s*["']([^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlLink();

    [GeneratedRegex("""\b(?:id|name)\s*=\s*["']([^"']+)["']""")]
    private static partial Regex Named();
}
