using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Commands;

/// <summary>What the running cell shows: the outputs that change in their place, and its last line of other output.</summary>
internal sealed class CellActivity(CellProgress started)
{
    private const int MostOutputs = 4;
    private readonly HashSet<string> shown = [];
    private readonly List<(string Id, string Text)> changing = [];
    private string last = "";

    /// <summary>The cell, as it was when it began.</summary>
    public CellProgress Cell => started;

    /// <summary>The lines, the one that changed least recently first.</summary>
    public IEnumerable<string> Lines =>
        changing.TakeLast(MostOutputs).SelectMany(output => output.Text.Split('\n')).Append(last).Where(line => line.Length > 0);

    /// <summary>The line that changed last.</summary>
    public string Newest => changing.Count > 0 ? changing[^1].Text.Split('\n')[0] : last;

    /// <summary>Takes an output or an update of one.</summary>
    public void Add(CellProgress output)
    {
        var text = (output.Text ?? "").TrimEnd();
        if (output.DisplayId is { } id && !shown.Add(id))
        {
            var at = changing.FindIndex(one => one.Id == id);
            if (at < 0)
            {
                changing.Add((id, text));
            }
            else
            {
                changing[at] = (id, text);
            }

            last = "";
        }
        else if (text.Length > 0)
        {
            last = text.Split('\n')[^1].Trim();
        }
    }
}
