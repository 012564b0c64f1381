using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Authoring;

/// <summary>A notebook's JSON in the one form that is written: keys sorted, texts as lists of lines, every part there.</summary>
internal static partial class NotebookJson
{
    /// <exception cref="PapersException">The file is no notebook, or cannot be read.</exception>
    public static JsonObject Load(string path)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(NotebookDocument.Load(path).ToJson())!;
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new PapersException(error.Message);
        }
    }

    public static void Save(JsonObject notebook, string path) => NotebookDocument.Parse(notebook.ToJsonString(), path).Save(path);

    /// <summary>The text of the file, as Jupyter itself writes it.</summary>
    public static string Text(JsonObject notebook, string path) => NotebookDocument.Parse(notebook.ToJsonString(), path).ToJson();

    /// <summary>A copy without outputs and run numbers.</summary>
    public static JsonObject WithoutOutputs(JsonObject notebook)
    {
        var copy = (JsonObject)notebook.DeepClone();
        copy["metadata"] ??= new JsonObject();
        foreach (var cell in Cells(copy))
        {
            cell["metadata"] ??= new JsonObject();
            cell["source"] = NotebookText.Split(OutputHtml.Text(cell["source"]));
            if (IsCode(cell))
            {
                cell["execution_count"] = null;
                cell["outputs"] = new JsonArray();
            }
        }

        return (JsonObject)Sorted(copy)!;
    }

    public static IEnumerable<JsonObject> Cells(JsonObject notebook) => (notebook["cells"] as JsonArray ?? []).OfType<JsonObject>();

    public static bool IsCode(JsonObject cell) => OutputHtml.Text(cell["cell_type"]) == "code";

    public static string Id(JsonObject cell) => OutputHtml.Text(cell["id"]);

    public static bool IsId(string text) => IdPattern().IsMatch(text);

    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Key, Sorted(part.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex IdPattern();
}
