using System.Text.Json.Nodes;

namespace PaperSharp.Cli.Authoring;

/// <summary>
/// Takes out of a notebook what a run or an editor left in it: outputs, run numbers, timings, folded cells, the kernel's
/// version. Cells without a proper id of their own get one. Cleaning twice is cleaning once.
/// </summary>
internal static class NotebookCleaner
{
    private static readonly HashSet<string> NotebookNoise = ["signature", "widgets", "toc", "varInspector", "vscode", "orig_nbformat", "papermill", "celltoolbar"];
    private static readonly HashSet<string> CellNoise = ["ExecuteTime", "execution", "collapsed", "scrolled", "autoscroll", "trusted", "heading_collapsed", "vscode", "pycharm", "papermill"];

    public static JsonObject Clean(JsonObject notebook)
    {
        var clean = NotebookJson.WithoutOutputs(notebook);
        if (clean["metadata"] is JsonObject metadata)
        {
            Remove(metadata, NotebookNoise);
            (metadata["language_info"] as JsonObject)?.Remove("version");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in NotebookJson.Cells(clean))
        {
            Remove((JsonObject)cell["metadata"]!, CellNoise);
            cell["id"] = Unique(NotebookJson.Id(cell), ids);
        }

        clean["nbformat_minor"] = 5;
        return clean;
    }

    private static void Remove(JsonObject metadata, HashSet<string> names)
    {
        foreach (var name in names)
        {
            metadata.Remove(name);
        }
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var proper = string.Concat(id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(60));
        proper = proper.Length == 0 ? "cell" : proper;
        var unique = proper;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = $"{proper}-{n}";
        }

        return unique;
    }
}
