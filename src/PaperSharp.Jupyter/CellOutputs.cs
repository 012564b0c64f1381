using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>
/// Collects what a cell produces into the outputs of its notebook: neighbouring text of one stream is joined, and
/// an update replaces what the same display id shows, in whichever cell that is.
/// </summary>
internal sealed class CellOutputs
{
    private readonly Dictionary<string, List<JsonObject>> _displays = new(StringComparer.Ordinal);
    private JsonArray _outputs = [];
    private JsonObject? _openStream;
    private readonly StringBuilder _streamText = new();
    private OutputLimit _limit = new();
    private bool _isToBeCleared;

    public void Begin(JsonArray outputs)
    {
        Close();
        _outputs = outputs;
        _limit = new OutputLimit();
        Clear(wait: false);
    }

    /// <summary>Forgets what the cell has shown: now, or as soon as there is something new.</summary>
    public void Clear(bool wait)
    {
        Close();
        _isToBeCleared = wait;
        if (!wait)
        {
            _outputs.Clear();
        }
    }

    public void AddText(string name, string text)
    {
        text = _limit.Print(text);
        if (text.Length == 0)
        {
            return;
        }

        ClearIfDue();
        if ((string?)_openStream?["name"] != name)
        {
            Close();
            _openStream = new JsonObject { ["name"] = name, ["output_type"] = "stream" };
            _outputs.Add(_openStream);
        }

        _streamText.Append(text);
    }

    public void AddDisplay(DisplayEvent display)
    {
        ClearIfDue();
        Close();
        var output = new JsonObject { ["data"] = Data(display), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };
        _outputs.Add(output);
        if (display.ValueId is { } id)
        {
            if (!_displays.TryGetValue(id, out var shown))
            {
                _displays[id] = shown = [];
            }

            shown.Add(output);
        }
    }

    public void Update(DisplayedValueUpdated display)
    {
        foreach (var output in _displays.GetValueOrDefault(display.ValueId ?? "") ?? [])
        {
            output["data"] = Data(display);
        }
    }

    public void AddResult(ReturnValueProduced result, int executionCount)
    {
        ClearIfDue();
        Close();
        _outputs.Add(new JsonObject
        {
            ["data"] = Data(result),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        });
    }

    public void AddError(CellError error)
    {
        ClearIfDue();
        Close();
        _outputs.Add(new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        });
    }

    /// <summary>Puts the text of the stream that is still growing into its output.</summary>
    public void Close()
    {
        if (_openStream is not null)
        {
            _openStream["text"] = NotebookText.Split(_streamText.ToString());
            _openStream = null;
            _streamText.Clear();
        }
    }

    private void ClearIfDue()
    {
        if (_isToBeCleared)
        {
            Clear(wait: false);
        }
    }

    private static JsonObject Data(DisplayEvent display) => MimeBundle.ToFile(MimeBundle.From(display.FormattedValues));
}
