using System.Text.Json.Nodes;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Authoring;

/// <summary>Reads what <see cref="TextFromNotebook"/> wrote, or an author did: the notebook without outputs.</summary>
internal sealed class NotebookFromText
{
    private readonly string _path;
    private readonly string[] _lines;
    private readonly List<JsonObject> _cells = [];
    private JsonObject? _notebook;
    private int _at;

    private NotebookFromText(string text, string path)
    {
        _path = path;

        // Written with \n; with \r\n everywhere it went through an editor or git on Windows.
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        _lines = (end > 0 && text[end - 1] == '\r' ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text).Split('\n');
    }

    /// <exception cref="PapersException">The text is not in the notation; says where and what to do.</exception>
    public static JsonObject Read(string text, string path) => new NotebookFromText(text, path).Read();

    /// <summary>Whether a file is a notebook's text, not any Markdown.</summary>
    public static bool IsNotebook(string text) => TextNotation.IsMarker(text.Split('\n', 2)[0]);

    private JsonObject Read()
    {
        while (_at < _lines.Length)
        {
            var line = _lines[_at];
            if (!TextNotation.IsMarker(line))
            {
                if (line.Trim().Length > 0)
                {
                    throw Fault(_at, "this text belongs to no cell. Put a line  <!-- text -->  before it.");
                }

                _at++;
                continue;
            }

            var marker = TextNotation.Read(line) ?? throw Fault(_at, "this is no line that begins a cell. Write for example  <!-- text -->  or  <!-- code name {\"tags\":[\"model\"]} -->, or  <!-- \\text  for those very words.");
            var start = _at++;
            switch (marker.Kind)
            {
                case TextNotation.Notebook:
                    _notebook = _notebook is null && _cells.Count == 0 ? marker.Json : throw Fault(start, "the notebook's own line stands once, at the top.");
                    break;
                case TextNotation.More:
                    AddMore(start, marker.Id, marker.Json);
                    break;
                case TextNotation.Text:
                    Add("markdown", marker.Id, marker.Json, Text());
                    break;
                default:
                    Add(marker.Kind, marker.Id, marker.Json, Fenced(start));
                    break;
            }
        }

        return Notebook();
    }

    /// <summary>Up to the next marker; the empty line before it parts the cells and belongs to neither.</summary>
    private string Text()
    {
        var start = _at;
        while (_at < _lines.Length && !TextNotation.IsMarker(_lines[_at]))
        {
            _at++;
        }

        var lines = _lines[start.._at];
        return string.Join('\n', (lines.Length > 0 && lines[^1].Length == 0 ? lines[..^1] : lines).Select(TextNotation.Unescape));
    }

    private string Fenced(int marker)
    {
        while (_at < _lines.Length && _lines[_at].Trim().Length == 0)
        {
            _at++;
        }

        var fence = _at < _lines.Length ? string.Concat(_lines[_at].TakeWhile(c => c == '`')) : "";
        if (fence.Length < 3)
        {
            throw Fault(marker, "after this line the cell's code has to follow between two lines of ``` .");
        }

        var start = ++_at;
        while (_at < _lines.Length && _lines[_at].TrimEnd() != fence)
        {
            _at++;
        }

        return _at < _lines.Length
            ? string.Join('\n', _lines[start.._at++])
            : throw Fault(start - 1, $"the code that begins here has no end. Close it with a line {fence} .");
    }

    private void Add(string type, string? id, JsonObject metadata, string source)
    {
        var cell = new JsonObject { ["cell_type"] = type, ["id"] = id ?? "", ["metadata"] = metadata, ["source"] = NotebookText.Split(source) };
        if (type == "code")
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        if (id is not null && _cells.Any(other => NotebookJson.Id(other) == id))
        {
            throw Fault(_at - 1, $"two cells have the id '{id}'. Give one of them another, or none: it will get one.");
        }

        _cells.Add(cell);
    }

    private void AddMore(int line, string? id, JsonObject more)
    {
        var cell = _cells.Find(cell => NotebookJson.Id(cell) == id)
            ?? throw Fault(line, $"there is no cell '{id}' that this could belong to. Delete the line if the cell is gone.");
        foreach (var (name, value) in more)
        {
            cell[name] = value?.DeepClone();
        }
    }

    private JsonObject Notebook()
    {
        var notebook = _notebook ?? (JsonObject)JsonNode.Parse(new NotebookDocument().ToJson())!;
        notebook["metadata"] ??= new JsonObject();
        notebook["nbformat"] ??= 4;
        notebook["nbformat_minor"] ??= 5;
        notebook["cells"] = new JsonArray([.. _cells]);
        return NotebookJson.WithoutOutputs((JsonObject)JsonNode.Parse(NotebookJson.Text(notebook, _path))!);
    }

    private PapersException Fault(int line, string problem) => new($"{_path}, line {line + 1}: {problem}");
}
