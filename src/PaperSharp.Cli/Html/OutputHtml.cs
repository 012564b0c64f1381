using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Html;

/// <summary>One output of a code cell as HTML: the richest form of it that a page can show.</summary>
internal sealed partial class OutputHtml(MarkdownText markdown, bool drawsPlotly)
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif"];

    /// <summary>Whether there was a chart for plotly.js so far.</summary>
    public bool HasCharts { get; private set; }

    public string ToHtml(JsonObject output) => Text(output["output_type"]) switch
    {
        "stream" => $"<pre class=\"stream {(Text(output["name"]) == "stderr" ? "stderr" : "stdout")}\">{AnsiText.ToHtml(Text(output["text"]))}</pre>\n",
        "error" => Error(output),
        _ when output["data"] is JsonObject data => $"<div class=\"result\">{Data(data)}</div>\n",
        _ => "",
    };

    /// <summary>The text of a nbformat value, which may be a text or an array of lines.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => Text(line))),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => "",
    };

    private static string Error(JsonObject output)
    {
        var message = $"{Text(output["ename"])}: {Text(output["evalue"])}";
        var trace = output["traceback"] is JsonArray lines ? string.Join('\n', lines.Select(line => Text(line))) : "";
        var plain = Colours().Replace(trace, "").Trim();
        return "<div class=\"error\">"
            + (plain.StartsWith(message, StringComparison.Ordinal) && plain != message ? "" : $"<strong>{WebUtility.HtmlEncode(message)}</strong>")
            + (plain.Length == 0 || plain == message ? "" : $"<pre>{AnsiText.ToHtml(trace)}</pre>") + "</div>\n";
    }

    private string Data(JsonObject data)
    {
        // Any front end without scripts shows the picture; so does this page when it is printed without them.
        var picture = Picture(data);
        if (drawsPlotly && data[PlotlyMime] is JsonObject figure)
        {
            HasCharts = true;
            var label = WebUtility.HtmlEncode(Text(data["text/plain"]));
            return $"<div class=\"chart\"><script type=\"application/json\">{figure.ToJsonString()}</script><div class=\"still\">{picture}</div><div class=\"live\" role=\"img\" aria-label=\"{label}\"></div></div>";
        }

        // A chart's HTML would fetch the library that draws it; its picture needs nothing.
        var html = data.ContainsKey(PlotlyMime) ? picture ?? Plain(data) : Text(data["text/html"]);
        return html.Length > 0 ? html
            : picture
            ?? (data["text/markdown"] is { } text ? markdown.ToHtml(Text(text))
            : data["text/latex"] is { } latex ? markdown.ToHtml(Text(latex))
            : data["application/json"] is { } json ? $"<pre>{WebUtility.HtmlEncode(json.ToString())}</pre>"
            : Plain(data));
    }

    private static string Plain(JsonObject data) => $"<pre>{AnsiText.ToHtml(Text(data["text/plain"]))}</pre>";

    private static string? Picture(JsonObject data)
    {
        var alt = WebUtility.HtmlEncode(Text(data["text/plain"]));
        if (data["image/svg+xml"] is { } svg)
        {
            return $"<div class=\"drawing\" role=\"img\" aria-label=\"{alt}\">{Text(svg)}</div>";
        }

        var mime = Pictures.FirstOrDefault(data.ContainsKey);
        return mime is null ? null : $"<img alt=\"{alt}\" src=\"data:{mime};base64,{Text(data[mime]).ReplaceLineEndings("")}\">";
    }

    [GeneratedRegex("\u001b\\[[0-9;?]*[a-zA-Z]")]
    private static partial Regex Colours();
}
