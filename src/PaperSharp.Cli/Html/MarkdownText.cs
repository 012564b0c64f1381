using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PaperSharp.Cli.Html;

/// <summary>A heading of the page.</summary>
/// <param name="Level">1 for the title.</param>
/// <param name="Id">Its place in the page.</param>
/// <param name="Html">Its text, as HTML.</param>
internal sealed record Heading(int Level, string Id, string Html);

/// <summary>Converts the Markdown of a notebook's cells.</summary>
internal sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseAutoLinks()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UsePipeTables()
        .UseTaskLists()
        .Build();

    private readonly HashSet<string> _ids = [];

    /// <summary>The headings so far.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>Whether there was any mathematics so far.</summary>
    public bool HasFormulas { get; private set; }

    /// <summary>One cell as HTML.</summary>
    /// <param name="markdown">Its source.</param>
    /// <param name="attachments">The pictures stored in the cell: name to MIME type to base64.</param>
    public string ToHtml(string markdown, JsonObject? attachments = null)
    {
        var math = new MathText();
        var document = Markdown.Parse(math.Protect(markdown), Pipeline);
        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            Embed(picture, attachments);
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var id = Unique(heading.GetAttributes().Id ?? "section");
            heading.GetAttributes().Id = id;
            Headings.Add(new Heading(heading.Level, id, math.Restore(Inlines(heading))));
        }

        HasFormulas |= math.HasFormulas;
        return math.Restore(document.ToHtml(Pipeline));
    }

    // What is not in the notebook stays a link: the page loads nothing.
    private static void Embed(LinkInline picture, JsonObject? attachments)
    {
        const string scheme = "attachment:";
        if (picture.Url?.StartsWith(scheme, StringComparison.Ordinal) == true)
        {
            var stored = attachments?[Uri.UnescapeDataString(picture.Url[scheme.Length..])] as JsonObject;
            var (mime, data) = stored?.FirstOrDefault() ?? default;
            picture.Url = data is null ? picture.Url : $"data:{mime};base64,{data}";
        }
        else if (picture.Url?.Contains("//", StringComparison.Ordinal) == true && !picture.Url.StartsWith("data:", StringComparison.Ordinal))
        {
            picture.IsImage = false;
        }
    }

    private static string Inlines(HeadingBlock heading)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.WriteLeafInline(heading);
        return text.ToString();
    }

    private string Unique(string id)
    {
        var unique = id;
        for (var i = 2; !_ids.Add(unique); i++)
        {
            unique = $"{id}-{i}";
        }

        return unique;
    }
}
