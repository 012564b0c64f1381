using System.Globalization;
using System.Net;
using System.Text;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Book;

/// <summary>The book's first page: the notebooks by chapter, each with its authors and what it claims.</summary>
internal static class BookIndex
{
    private const string Authors = "**Authors.**";
    private const string Claim = "**Claim.**";

    public static string Render(BookPlan plan, IReadOnlyDictionary<BookPage, string> headers, WebAssets assets)
    {
        var markdown = new MarkdownText(PagePlace.Nowhere);
        var main = new StringBuilder("<div class=\"catalogue\"><h1>PaperSharp</h1>\n<p>Deep-learning papers you can run, in C#: the mathematics with the code beside it, checks of every equation, a real model trained on real data, and its numbers beside the paper's.</p>\n");
        var side = new StringBuilder();
        foreach (var chapter in plan.Chapters)
        {
            Chapter(chapter.Key, chapter, headers, markdown, main, side);
        }

        if (plan.Solutions.Count > 0)
        {
            Chapter("Solutions of the exercises", plan.Solutions, headers, markdown, main, side);
        }

        main.Append("</div>");
        var katex = markdown.HasFormulas && assets is { KatexJs: { } script, KatexCss: { } styles } ? (Script: script, Styles: styles) : default;
        return new PageShell("PaperSharp", side.ToString(), main.ToString())
        {
            Styles = katex.Styles,
            Libraries = katex.Script is null ? [] : [("KaTeX", katex.Script, assets.KatexLicence)],
        }.ToHtml();
    }

    private static void Chapter(string title, IEnumerable<BookPage> pages, IReadOnlyDictionary<BookPage, string> headers, MarkdownText markdown, StringBuilder main, StringBuilder side)
    {
        var id = title.ToLowerInvariant().Replace(' ', '-');
        main.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{WebUtility.HtmlEncode(title)}</h2>\n");
        side.Append(CultureInfo.InvariantCulture, $"<a class=\"level1\" href=\"#{id}\">{WebUtility.HtmlEncode(title)}</a>\n");
        foreach (var page in pages)
        {
            var anchor = page.Entry.Name;
            main.Append(CultureInfo.InvariantCulture, $"<article id=\"{anchor}\"><h3><a href=\"{page.File}\">{WebUtility.HtmlEncode(page.Title)}</a></h3>\n");
            main.Append(Part(headers[page], Authors, "by", markdown)).Append(Part(headers[page], Claim, "claim", markdown)).Append("</article>\n");
            side.Append(CultureInfo.InvariantCulture, $"<a class=\"level2\" href=\"#{anchor}\">{WebUtility.HtmlEncode(page.Title)}</a>\n");
        }

        main.Append("</section>\n");
    }

    /// <summary>The paragraph of a notebook's header that begins with these words.</summary>
    private static string Part(string header, string begin, string cssClass, MarkdownText markdown)
    {
        var line = header.Split('\n').FirstOrDefault(line => line.StartsWith(begin, StringComparison.Ordinal));
        return line is null ? "" : $"<div class=\"{cssClass}\">{markdown.ToHtml(line[begin.Length..].Trim())}</div>\n";
    }
}
