using System.Text.Json.Nodes;
using PaperSharp.Cli.Html;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>A notebook file as the checks see it: what stands there, before anything is filled in for it.</summary>
internal sealed class CheckedNotebook
{
    private CheckedNotebook(string path, long bytes, bool isPaper, JsonObject json, NotebookDocument document)
    {
        (Path, Bytes, IsPaper, Json, Document) = (path, bytes, isPaper, json, document);
        var numbers = new Dictionary<CellType, int>();
        Cells = [.. document.Cells.Zip(json["cells"]!.AsArray(), (cell, raw) => new CheckedCell(
            cell.Type,
            numbers[cell.Type] = numbers.GetValueOrDefault(cell.Type) + 1,
            (raw as JsonObject)?["id"] is JsonValue id && id.TryGetValue(out string? text) && text.Length > 0 ? text : null,
            cell.Source,
            (JsonObject)raw!))];
    }

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public long Bytes { get; }

    /// <summary>Whether it has to have the parts that every paper's notebook has; a solution or a notebook of one's own has not.</summary>
    public bool IsPaper { get; }

    public JsonObject Json { get; }

    public NotebookDocument Document { get; }

    public IReadOnlyList<CheckedCell> Cells { get; }

    public IEnumerable<CheckedCell> Code => Cells.Where(cell => cell.Type == CellType.Code);

    public IEnumerable<CheckedCell> Text => Cells.Where(cell => cell.Type == CellType.Markdown);

    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    public static CheckedNotebook Load(string path, bool isPaper)
    {
        var full = System.IO.Path.GetFullPath(path);
        var document = NotebookDocument.Load(full);
        var json = (JsonObject)JsonNode.Parse(File.ReadAllText(full))!;
        return new CheckedNotebook(full, new FileInfo(full).Length, isPaper, json, document);
    }

    /// <summary>A text of nbformat, which is stored as one text or as lines.</summary>
    public static string TextOf(JsonNode? node) => OutputHtml.Text(node);
}
