using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Checks;

/// <summary>The stored outputs: no error, no path of the machine that ran them, a picture beside every plot.</summary>
internal static partial class OutputCheck
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private const string PngMime = "image/png";

    public static IEnumerable<Finding> Run(CheckedNotebook notebook) =>
        [.. notebook.Code.SelectMany(Outputs), .. notebook.IsPaper ? Order(notebook) : []];

    private static IEnumerable<Finding> Outputs(CheckedCell cell)
    {
        foreach (var output in cell.Outputs)
        {
            if (CheckedNotebook.TextOf(output["output_type"]) == "error")
            {
                yield return new Finding(cell, null, $"its output is an error ({CheckedNotebook.TextOf(output["ename"])})", "Mend the cell and run the notebook again.");
            }

            if (output["data"] is JsonObject data && data.ContainsKey(PlotlyMime) && !data.ContainsKey(PngMime))
            {
                yield return new Finding(cell, null, "its plot has no PNG beside it, so GitHub shows none", "Run the notebook again; every plot of the library brings its PNG.");
            }

            foreach (var path in Texts(output).SelectMany(text => MachinePath().Matches(text)).Select(match => match.Value).Distinct())
            {
                yield return new Finding(cell, null, $"its output has a path of this machine: {path}", "Print the path relative to the notebook, or not at all, and run it again.");
            }
        }
    }

    private static IEnumerable<Finding> Order(CheckedNotebook notebook)
    {
        var counts = notebook.Code.Select(cell => (cell.Json["execution_count"] as JsonValue)?.ToString()).ToList();
        if (counts.All(count => count is null))
        {
            yield return new Finding(null, null, "it has not been run", "Run it, and keep what comes out: papers run <name> --out <its folder>.");
        }
        else if (!counts.SequenceEqual(Enumerable.Range(1, counts.Count).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))))
        {
            yield return new Finding(null, null, "its outputs are not from one run from top to bottom", "Run all of it anew: papers run <name> --out <its folder>.");
        }
        else if (!notebook.Code.SelectMany(cell => cell.Outputs).Any(output => output["data"]?[PngMime] is not null))
        {
            yield return new Finding(null, null, "no output shows a picture", "Show what the model learned, with Plot.");
        }
    }

    // Pictures are base64, in which any short text comes up by chance.
    private static IEnumerable<string> Texts(JsonObject output) =>
        new[] { output["text"], output["evalue"], output["traceback"] }
            .Concat((output["data"] as JsonObject)?.Where(part => !part.Key.StartsWith("image/", StringComparison.Ordinal) || part.Key == "image/svg+xml").Select(part => part.Value) ?? [])
            .OfType<JsonNode>()
            .Select(node => node is JsonObject ? Encoded().Replace(node.ToJsonString(), "") : Encoded().Replace(CheckedNotebook.TextOf(node), ""));

    [GeneratedRegex(@"(?:(?<![\w.:/~])/(?:root|work|tmp|home/[\w.-]+|Users/[\w.-]+|mnt/[a-z]|var/folders)/[^\s""'<>:]*|\b[A-Za-z]:\\+Users\\+[^\s""'<>\\]+|\bfile://[^\s""'<>]+)")]
    private static partial Regex MachinePath();

    [GeneratedRegex("data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Encoded();
}
