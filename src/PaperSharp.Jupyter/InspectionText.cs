using System.Net;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>Writes what is known of a symbol in the forms that front ends show: plain text, Markdown and HTML.</summary>
internal static class InspectionText
{
    /// <summary>All overloads, the one that the arguments so far fit in front, and what is said of it and its parameters.</summary>
    public static void AddOverloads(JsonObject data, SignatureHelpProduced call)
    {
        var active = call.Signatures[Math.Clamp(call.ActiveSignatureIndex, 0, call.Signatures.Count - 1)];
        var others = call.Signatures.Where(s => s != active).Select(s => s.Label).ToList();
        var labels = string.Join('\n', others.Prepend(active.Label));
        var parameter = call.ActiveParameterIndex < active.Parameters.Count ? active.Parameters[call.ActiveParameterIndex] : null;
        var described = active.Parameters.Where(p => Text(p).Length > 0).ToList();

        var plain = new List<string> { labels };
        var html = new List<string> { $"<pre><code>{WebUtility.HtmlEncode(labels)}</code></pre>" };
        if (active.Documentation?.Value is { Length: > 0 } summary)
        {
            plain.Add(summary);
            html.Add($"<p>{WebUtility.HtmlEncode(summary)}</p>");
        }

        if (described.Count > 0)
        {
            plain.Add(string.Join('\n', described.Select(p => $"{(p == parameter ? "→ " : "  ")}{p.Label}: {Text(p)}")));
            var items = described.Select(p => $"<li>{(p == parameter ? $"<b><code>{WebUtility.HtmlEncode(p.Label)}</code></b>" : $"<code>{WebUtility.HtmlEncode(p.Label)}</code>")}: {WebUtility.HtmlEncode(Text(p))}</li>");
            html.Add($"<ul>{string.Concat(items)}</ul>");
        }

        data["text/plain"] = string.Join("\n\n", plain);
        data["text/html"] = string.Concat(html);
    }

    /// <summary>Adds preformatted text under a heading to each of the forms that are there.</summary>
    public static void AddSection(JsonObject data, string heading, string text)
    {
        data["text/plain"] = (string?)data["text/plain"] is { } plain ? $"{plain}\n\n{heading}:\n{text}" : text;
        if ((string?)data["text/markdown"] is { } markdown)
        {
            data["text/markdown"] = $"{markdown}\n\n{heading}:\n\n```\n{text}\n```";
        }

        if ((string?)data["text/html"] is { } html)
        {
            data["text/html"] = $"{html}<p>{heading}:</p><pre>{WebUtility.HtmlEncode(text)}</pre>";
        }
    }

    private static string Text(ParameterInformation parameter) => parameter.Documentation?.Value ?? "";
}
