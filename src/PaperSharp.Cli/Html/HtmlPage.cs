using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Html;

/// <summary>
/// Writes an executed notebook as one page that needs nothing else: styles, scripts, fonts and pictures are in it, and
/// it opens without a network.
/// </summary>
public static partial class HtmlPage
{
    /// <summary>Writes the page; an existing one is replaced at once or not at all.</summary>
    /// <param name="document">The notebook, with its outputs.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="folder">The folder that the notebook's relative links and pictures start from.</param>
    public static void Write(NotebookDocument document, string path, string folder)
    {
        ArgumentNullException.ThrowIfNull(document);
        Write((JsonObject)JsonNode.Parse(document.ToJson())!, path, new WebAssets(Repository.Find().WebAssets), PagePlace.Alone(folder, path));
    }

    internal static void Write(JsonObject notebook, string path, WebAssets assets, PagePlace place) =>
        WriteText(Render(notebook, Path.GetFileNameWithoutExtension(path), assets, place), path);

    internal static void WriteText(string page, string path)
    {
        var temporary = path + ".part";
        File.WriteAllText(temporary, page);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The page's text.</summary>
    /// <param name="notebook">The notebook in nbformat 4.</param>
    /// <param name="name">The title of a notebook that has no heading.</param>
    /// <param name="assets">Where plotly.js and KaTeX come from. Without them the page shows pictures and TeX source.</param>
    /// <param name="place">What its relative links lead to.</param>
    internal static string Render(JsonObject notebook, string name, WebAssets assets, PagePlace? place = null)
    {
        place ??= PagePlace.Nowhere;
        var plotly = assets.PlotlyJs;
        var markdown = new MarkdownText(place);
        var outputs = new OutputHtml(markdown, drawsPlotly: plotly is not null);
        var all = (notebook["cells"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var cells = string.Concat(all.Select(cell => Cell(cell, markdown, outputs)));
        var katex = markdown.HasFormulas && assets is { KatexJs: { } script, KatexCss: { } styles } ? (Script: script, Styles: styles) : default;
        var title = markdown.Headings.FirstOrDefault(heading => heading.Level == 1)?.Html ?? WebUtility.HtmlEncode(name);

        var libraries = new List<(string, string, string?)>();
        if (outputs.HasCharts && plotly is not null)
        {
            libraries.Add(("plotly.js", plotly, assets.PlotlyLicence));
        }

        if (katex.Script is not null)
        {
            libraries.Add(("KaTeX", katex.Script, assets.KatexLicence));
        }

        var main = $"{MissingNote(markdown.HasFormulas && katex.Script is null)}{NotRunNote(all)}\n{cells}{Turn(place)}";
        return new PageShell(PlainTitle(title), Contents(markdown.Headings), main) { Home = place.Home, Styles = katex.Styles, Libraries = libraries }.ToHtml();
    }

    private static string Cell(JsonObject cell, MarkdownText markdown, OutputHtml outputs)
    {
        var source = OutputHtml.Text(cell["source"]);
        switch (OutputHtml.Text(cell["cell_type"]))
        {
            case "markdown":
                return $"<section class=\"prose\">\n{markdown.ToHtml(source, cell["attachments"] as JsonObject)}</section>\n";
            case "code":
                var count = cell["execution_count"] is JsonValue number ? number.ToString() : " ";
                var html = new StringBuilder();
                html.Append(CultureInfo.InvariantCulture, $"<section class=\"cell\">\n<div class=\"code\"><span class=\"count\" aria-hidden=\"true\">[{count}]</span><pre tabindex=\"0\">{CSharpHighlighter.ToHtml(source)}</pre></div>\n");
                foreach (var output in Joined(cell["outputs"] as JsonArray ?? []))
                {
                    html.Append(outputs.ToHtml(output));
                }

                return html.Append("</section>\n").ToString();
            default:
                return $"<section class=\"prose\"><pre>{WebUtility.HtmlEncode(source)}</pre></section>\n";
        }
    }

    // A program writes a line in several pieces; they belong into one block.
    private static IEnumerable<JsonObject> Joined(JsonArray outputs)
    {
        JsonObject? open = null;
        foreach (var output in outputs.OfType<JsonObject>())
        {
            var name = OutputHtml.Text(output["output_type"]) == "stream" ? OutputHtml.Text(output["name"]) : null;
            if (open is not null && name is not null && OutputHtml.Text(open["name"]) == name)
            {
                open["text"] = OutputHtml.Text(open["text"]) + OutputHtml.Text(output["text"]);
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = name is null ? null : (JsonObject)output.DeepClone();
            if (open is null)
            {
                yield return output;
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static string Contents(List<Heading> headings) => string.Concat(headings
        .Where(heading => heading.Level <= 3)
        .Select(heading => $"<a class=\"level{heading.Level}\" href=\"#{WebUtility.HtmlEncode(heading.Id)}\">{heading.Html}</a>\n"));

    private static string Turn(PagePlace place) => place is { Previous: null, Next: null }
        ? ""
        : $"<nav class=\"turn\" aria-label=\"Other notebooks\">{Turn(place.Previous, "prev", "← {0}")}{Turn(place.Next, "next", "{0} →")}</nav>\n";

    private static string Turn(PageLink? link, string relation, string text) => link is null
        ? "<span></span>"
        : $"<a rel=\"{relation}\" href=\"{WebUtility.HtmlEncode(link.Address)}\">{string.Format(CultureInfo.InvariantCulture, text, WebUtility.HtmlEncode(link.Title))}</a>";

    private static string MissingNote(bool missing) => missing
        ? "<p class=\"note\">The mathematics of this page is shown as its TeX source. To have it set, run <code>npm ci</code> in the folder <code>environment/web</code> and write the page again.</p>"
        : "";

    private static string NotRunNote(List<JsonObject> cells)
    {
        var code = cells.Where(cell => OutputHtml.Text(cell["cell_type"]) == "code").ToList();
        return code.Count > 0 && code.All(cell => cell["execution_count"] is null && cell["outputs"] is not JsonArray { Count: > 0 })
            ? "<p class=\"note\">This notebook has not been run: the page shows its text and code alone.</p>"
            : "";
    }

    private static string PlainTitle(string html) => Tags().Replace(html, "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
