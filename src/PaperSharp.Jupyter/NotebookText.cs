using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter;

/// <summary>Text as nbformat stores it: a list of lines, each but the last ending in "\n".</summary>
internal static class NotebookText
{
    public static string Join(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value => (string?)value ?? "",
        _ => "",
    };

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    public static JsonObject ObjectAt(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject found)
        {
            return found;
        }

        var created = new JsonObject();
        parent[name] = created;
        return created;
    }
}
