using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp.Jupyter;

/// <summary>Formatted values as Jupyter's <c>data</c>: JSON types as JSON, everything else as text.</summary>
internal static class MimeBundle
{
    public static JsonObject From(IEnumerable<FormattedValue> values)
    {
        var data = new JsonObject();
        List<string> left = [];
        foreach (var value in values)
        {
            if (value.MimeType == PlainTextFormatter.MimeType)
            {
                data[value.MimeType] = OutputLimit.Shorten(value.Value);
            }
            else if (value.Value.Length > OutputLimit.DataCharacters)
            {
                left.Add(string.Create(CultureInfo.InvariantCulture, $"[{value.MimeType} is not shown: {value.Value.Length:N0} characters are more than the {OutputLimit.DataCharacters:N0} that a notebook shows.]"));
            }
            else
            {
                data[value.MimeType] = IsJson(value.MimeType) ? ParseOrText(value.Value) : value.Value;
            }
        }

        if (left.Count > 0)
        {
            data[PlainTextFormatter.MimeType] = string.Join('\n', [.. left, .. (string?)data[PlainTextFormatter.MimeType] is { } text ? (string[])[text] : []]);
        }

        return data;
    }

    /// <summary>The same data as a notebook file stores it: text as a list of lines, binary and JSON as they are.</summary>
    public static JsonObject ToFile(JsonObject data)
    {
        var stored = new JsonObject();
        foreach (var (type, value) in data.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            stored[type] = value is JsonValue && value.GetValueKind() == JsonValueKind.String && !IsBinary(type)
                ? NotebookText.Split((string)value!)
                : value?.DeepClone();
        }

        return stored;
    }

    private static bool IsJson(string type) => type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);

    private static bool IsBinary(string type) =>
        type == "application/pdf" || (type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml");

    private static JsonNode? ParseOrText(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
