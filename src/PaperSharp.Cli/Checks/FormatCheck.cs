using System.Globalization;
using System.Text.RegularExpressions;
using PaperSharp.Jupyter;

namespace PaperSharp.Cli.Checks;

/// <summary>The file: format 4.5, this project's kernel, unique cell ids, not too large for GitHub to show.</summary>
internal static partial class FormatCheck
{
    private const int MostBytes = 1_000_000;
    private const int MostLines = 40;

    public static IEnumerable<Finding> Run(CheckedNotebook notebook) =>
        [.. Version(notebook), .. Kernel(notebook), .. Size(notebook), .. Ids(notebook), .. Lengths(notebook)];

    private static IEnumerable<Finding> Version(CheckedNotebook notebook)
    {
        var minor = (notebook.Json["nbformat_minor"] as System.Text.Json.Nodes.JsonValue)?.ToString();
        if (minor != "5")
        {
            yield return new Finding(null, null, $"its format is 4.{minor ?? "?"}, not 4.5", "Write it anew with: papers clean, or save it in a current Jupyter.");
        }
    }

    private static IEnumerable<Finding> Kernel(CheckedNotebook notebook)
    {
        var name = CheckedNotebook.TextOf(notebook.Json["metadata"]?["kernelspec"]?["name"]);
        if (name != KernelSpec.Name)
        {
            yield return new Finding(
                null, null, name.Length == 0 ? "it names no kernel" : $"its kernel is '{name}', not '{KernelSpec.Name}'",
                $"Choose the kernel '{KernelSpec.DisplayName}' in the editor (papers kernel install registers it) and save.");
        }
    }

    private static IEnumerable<Finding> Size(CheckedNotebook notebook)
    {
        if (notebook.Bytes > MostBytes)
        {
            var largest = notebook.Cells.MaxBy(cell => cell.Json.ToJsonString().Length)!;
            yield return new Finding(
                null, null, string.Create(CultureInfo.InvariantCulture, $"it has {notebook.Bytes / 1e6:0.0} MB, more than 1 MB"),
                $"Show fewer or smaller pictures; the largest cell is {largest.Name}.");
        }
    }

    private static IEnumerable<Finding> Ids(CheckedNotebook notebook)
    {
        var seen = new Dictionary<string, CheckedCell>(StringComparer.Ordinal);
        foreach (var cell in notebook.Cells)
        {
            if (cell.Id is null)
            {
                yield return new Finding(cell, null, "it has no id", "papers clean gives it one.");
            }
            else if (!Id().IsMatch(cell.Id))
            {
                yield return new Finding(cell, null, "its id is not made of 1 to 64 letters, digits, '-' and '_'", "Give it another one.");
            }
            else if (!seen.TryAdd(cell.Id, cell))
            {
                yield return new Finding(cell, null, $"its id is also that of {seen[cell.Id].Name}", "Give one of them another id.");
            }
        }
    }

    private static IEnumerable<Finding> Lengths(CheckedNotebook notebook) =>
        from cell in notebook.Code
        let lines = cell.Source.Split('\n').Count(line => line.Trim().Length > 0)
        where lines > MostLines
        select new Finding(cell, null, $"it has {lines} lines of code, more than {MostLines}", "Split it, with a sentence between the parts.");

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Id();
}
