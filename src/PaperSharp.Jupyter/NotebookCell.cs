using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter;

/// <summary>What a cell holds.</summary>
public enum CellType
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text that nobody interprets.</summary>
    Raw,
}

/// <summary>One cell, a view of its JSON: what is not understood here stays as it was.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>A new cell with the given id (nbformat 4.5: letters, digits, '-' and '_', at most 64).</summary>
    public NotebookCell(CellType type, string id, string source)
    {
        Json = new JsonObject { ["cell_type"] = NameOf(type), ["id"] = id, ["metadata"] = new JsonObject() };
        if (type == CellType.Code)
        {
            Json["execution_count"] = null;
            Json["outputs"] = new JsonArray();
        }

        Source = source;
    }

    /// <summary>The cell as it stands in the file.</summary>
    public JsonObject Json { get; }

    /// <summary>The cell's id, unique in its notebook.</summary>
    public string Id => (string?)Json["id"] ?? "";

    /// <summary>What the cell holds.</summary>
    public CellType Type => (string?)Json["cell_type"] switch
    {
        "code" => CellType.Code,
        "markdown" => CellType.Markdown,
        _ => CellType.Raw,
    };

    /// <summary>The text, lines separated by "\n"; in the file a list of lines.</summary>
    public string Source
    {
        get => NotebookText.Join(Json["source"]);
        set => Json["source"] = NotebookText.Split(value);
    }

    /// <summary>The number in <c>In [n]</c>, or null when the cell has not run.</summary>
    public int? ExecutionCount
    {
        get => (int?)Json["execution_count"];
        set => Json["execution_count"] = value;
    }

    /// <summary>The outputs in nbformat's form; empty for cells that are not code.</summary>
    public JsonArray Outputs
    {
        get
        {
            if (Json["outputs"] is JsonArray outputs)
            {
                return outputs;
            }

            outputs = [];
            if (Type == CellType.Code)
            {
                Json["outputs"] = outputs;
            }

            return outputs;
        }
    }

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata => NotebookText.ObjectAt(Json, "metadata");

    private static string NameOf(CellType type) => type switch
    {
        CellType.Code => "code",
        CellType.Markdown => "markdown",
        _ => "raw",
    };
}
