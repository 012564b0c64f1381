using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter;

/// <summary>
/// A notebook file, nbformat 4.5. What this class does not understand survives loading and saving; the file is
/// written as Jupyter writes it, indented by one space.
/// </summary>
public sealed class NotebookDocument
{
    private static readonly JsonWriterOptions Written = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _json;

    private NotebookDocument(JsonObject json, IEnumerable<NotebookCell> cells)
    {
        _json = json;
        Cells = [.. cells];
    }

    /// <summary>An empty notebook for the C# kernel.</summary>
    public NotebookDocument()
        : this(new JsonObject { ["cells"] = new JsonArray(), ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }, [])
    {
        Metadata["kernelspec"] = new JsonObject { ["display_name"] = KernelSpec.DisplayName, ["language"] = "C#", ["name"] = KernelSpec.Name };
        Metadata["language_info"] = new JsonObject { ["name"] = "C#" };
    }

    /// <summary>The cells in order.</summary>
    public IList<NotebookCell> Cells { get; }

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata => NotebookText.ObjectAt(_json, "metadata");

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no notebook {path}. `papers list` shows the notebooks there are.", path);
        }

        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a notebook from its JSON; <paramref name="path"/> is for messages.</summary>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(string json, string path)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new NotebookFormatException(path, $"not JSON (line {exception.LineNumber + 1}: {FirstSentence(exception.Message)}). Restore the file, for instance with `git checkout -- {path}`.", exception);
        }

        if (root is not JsonObject notebook || notebook["nbformat"] is not JsonValue format || !format.TryGetValue(out int major))
        {
            throw new NotebookFormatException(path, "JSON, but not a notebook: 'nbformat' is missing. Name an .ipynb file.");
        }

        if (major != 4)
        {
            throw new NotebookFormatException(path, $"nbformat {major}, where 4 is needed. Convert it: jupyter nbconvert --to notebook --nbformat 4 {path}");
        }

        if (notebook["cells"] is not JsonArray array || array.Any(cell => cell is not JsonObject))
        {
            throw new NotebookFormatException(path, "the notebook has no list of cells. Restore the file or open and save it in Jupyter.");
        }

        var cells = array.Select(cell => new NotebookCell((JsonObject)cell!.DeepClone())).ToList();
        GiveIds(cells);
        if (notebook["nbformat_minor"] is not JsonValue minor || !minor.TryGetValue(out int number) || number < 5)
        {
            notebook["nbformat_minor"] = 5;
        }

        return new NotebookDocument(notebook, cells);
    }

    /// <summary>Writes the notebook; the file is replaced at once or not at all.</summary>
    public void Save(string path)
    {
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, ToJson());
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The file's text.</summary>
    public string ToJson()
    {
        _json["cells"] = new JsonArray([.. Cells.Select(cell => cell.Json.DeepClone())]);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            _json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void GiveIds(List<NotebookCell> cells)
    {
        var taken = cells.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Id.Length == 0)
            {
                var id = $"cell-{i + 1}";
                for (var next = 2; !taken.Add(id); next++)
                {
                    id = $"cell-{i + 1}-{next}";
                }

                cells[i].Json["id"] = id;
            }
        }
    }

    private static string FirstSentence(string message) => message.Split(". ")[0].TrimEnd('.');
}
