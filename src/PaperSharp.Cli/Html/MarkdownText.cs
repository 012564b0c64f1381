using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Helpers;
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
internal sealed partial class MarkdownText(PagePlace place)
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
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage)
            {
                Embed(link, attachments);
            }
            else
            {
                link.Url = Address(link.Url);
            }
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var id = Unique(heading.GetAttributes().Id ?? "section");
            heading.GetAttributes().Id = id;
            Headings.Add(new Heading(heading.Level, id, math.Restore(WithoutLinks().Replace(Inlines(heading), ""))));
            heading.Inline?.AppendChild(new HtmlInline($"<a class=\"anchor\" href=\"#{WebUtility.HtmlEncode(id)}\" aria-label=\"Link to this section\">#</a>"));
        }

        HasFormulas |= math.HasFormulas;
        return math.Restore(document.ToHtml(Pipeline));
    }

    // What is on the network stays a link: the page loads nothing.
    private void Embed(LinkInline picture, JsonObject? attachments)
    {
        const string scheme = "attachment:";
        if (picture.Url?.StartsWith(scheme, StringComparison.Ordinal) == true)
        {
            var stored = attachments?[Uri.UnescapeDataString(picture.Url[scheme.Length..])] as JsonObject;
            var (mime, data) = stored?.FirstOrDefault() ?? default;
            picture.Url = data is null ? picture.Url : $"data:{mime};base64,{data}";
        }
        else if (FileOf(picture.Url) is { } file)
        {
            picture.Url = PictureFile.AsDataUri(file) ?? picture.Url;
        }
        else if (picture.Url?.StartsWith("data:", StringComparison.Ordinal) != true)
        {
            picture.IsImage = false;
            picture.Url = Address(picture.Url);
        }
    }

    private string? FileOf(string? address) =>
        place.Folder is not null && address is { Length: > 0 } && !Scheme().IsMatch(address)
        && Path.Combine(place.Folder, Uri.UnescapeDataString(address.Split('?', '#')[0])) is var file && File.Exists(file) ? file : null;

    /// <summary>A heading's address as this page has it, whether the notebook writes it as Jupyter does or as GitHub; other relative ones as the page's place has them.</summary>
    private string? Address(string? address)
    {
        if (string.IsNullOrEmpty(address) || Scheme().IsMatch(address))
        {
            return address;
        }

        var parts = address.Split('#', 2);
        var heading = parts.Length > 1 ? "#" + LinkHelper.UrilizeAsGfm(Uri.UnescapeDataString(parts[1])) : "";
        return parts[0].Length == 0 ? heading : place.Link(parts[0] + heading);
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

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*:|//)")]
    private static partial Regex Scheme();

    [GeneratedRegex("</?a[^>]*>")]
    private static partial Regex WithoutLinks();
}
