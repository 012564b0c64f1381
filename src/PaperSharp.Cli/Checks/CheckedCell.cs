using System.Text.Json.Nodes;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Number">Its number among the cells of its type, from 1; for code the number in <c>[n]</c> after a whole run.</param>
/// <param name="Id">Its id, or null when it has none.</param>
/// <param name="Source">Its text.</param>
/// <param name="Json">All of it.</param>
internal sealed record CheckedCell(CellType Type, int Number, string? Id, string Source, JsonObject Json)
{
    public string Name => $"{(Type == CellType.Code ? "code" : Type == CellType.Markdown ? "text" : "raw")} cell {Number}{(Id is null ? "" : $" (id {Id})")}";

    public IEnumerable<JsonObject> Outputs => (Json["outputs"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The line, from 1, of a position in the source.</summary>
    public int LineAt(int position) => 1 + Source.AsSpan(0, position).Count('\n');
}
