using System.Text.Json.Nodes;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Authoring;

/// <summary>Takes the outputs of a run over into an edited notebook, for the cells whose id and source are as they were.</summary>
internal static class KeptOutputs
{
    /// <returns>How many cells with outputs there were, and how many of them kept theirs.</returns>
    public static (int Before, int Kept) Merge(JsonObject into, JsonObject from)
    {
        var before = NotebookJson.Cells(from).Where(HasRun).ToDictionary(NotebookJson.Id, StringComparer.Ordinal);
        var kept = 0;
        foreach (var cell in NotebookJson.Cells(into).Where(NotebookJson.IsCode))
        {
            if (before.TryGetValue(NotebookJson.Id(cell), out var old) && OutputHtml.Text(old["source"]) == OutputHtml.Text(cell["source"]))
            {
                cell["outputs"] = old["outputs"]?.DeepClone();
                cell["execution_count"] = old["execution_count"]?.DeepClone();
                kept++;
            }
        }

        return (before.Count, kept);
    }

    public static bool Any(JsonObject notebook) => NotebookJson.Cells(notebook).Any(HasRun);

    private static bool HasRun(JsonObject cell) => cell["outputs"] is JsonArray { Count: > 0 } || cell["execution_count"] is not null;
}
