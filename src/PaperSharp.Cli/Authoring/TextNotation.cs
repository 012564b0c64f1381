using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Authoring;

/// <summary>
/// The lines that part a notebook's text into cells: comments of Markdown, which nobody sees where it is shown.
/// <c>&lt;!-- code setup {"tags":["model"]} --&gt;</c>: what the cell holds, its id, its metadata.
/// </summary>
internal static partial class TextNotation
{
    public const string Notebook = "notebook";
    public const string Code = "code";
    public const string Text = "text";
    public const string Raw = "raw";

    /// <summary>At the end of the file: what else a cell has, such as the pictures stored in it.</summary>
    public const string More = "more";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(string kind, string? id, JsonObject? json)
    {
        // A '>' could end the comment; in JSON it can only be part of a text.
        var data = json is null || json.Count == 0 ? "" : " " + json.ToJsonString(Readable).Replace(">", "\\u003e", StringComparison.Ordinal);
        return $"<!-- {kind}{(string.IsNullOrEmpty(id) ? "" : " " + id)}{data} -->";
    }

    /// <summary>Whether the line parts cells, or would if it were not escaped.</summary>
    public static bool IsSpecial(string line) => Special().IsMatch(line);

    public static bool IsMarker(string line) => Special().Match(line) is { Success: true } match && match.Groups["escape"].Length == 0;

    /// <summary>A line of a cell's text that looks like a marker gets a backslash.</summary>
    public static string Escape(string line) => IsSpecial(line) ? line.Insert(Start.Length, "\\") : line;

    public static string Unescape(string line) => IsSpecial(line) && !IsMarker(line) ? line.Remove(Start.Length, 1) : line;

    /// <summary>The parts of a marker, or null when it is not well formed.</summary>
    public static (string Kind, string? Id, JsonObject Json)? Read(string line)
    {
        var match = Marker().Match(line);
        if (!match.Success)
        {
            return null;
        }

        try
        {
            var json = match.Groups["json"].Success ? JsonNode.Parse(match.Groups["json"].Value) as JsonObject : [];
            return json is null ? null : (match.Groups["kind"].Value, match.Groups["id"].Success ? match.Groups["id"].Value : null, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private const string Start = "<!-- ";

    [GeneratedRegex(@"^<!-- (?<escape>\\*)(?:notebook|code|text|raw|more)(?=\s|-->)")]
    private static partial Regex Special();

    [GeneratedRegex(@"^<!-- (?<kind>notebook|code|text|raw|more)(?: (?<id>[a-zA-Z0-9_-]{1,64}))?(?: (?<json>\{.*\}))? -->\s*$")]
    private static partial Regex Marker();
}
