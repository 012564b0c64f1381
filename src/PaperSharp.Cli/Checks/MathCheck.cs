using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Checks;

/// <summary>The mathematics in a notebook's text: every <c>$</c> has its partner, and KaTeX can set what is between them.</summary>
internal static partial class MathCheck
{
    /// <param name="notebook">The notebook.</param>
    /// <param name="katex">Sets the formulas; null where nothing on this machine can run it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IEnumerable<Finding>> RunAsync(CheckedNotebook notebook, Katex? katex, CancellationToken cancellation)
    {
        var findings = notebook.Text.SelectMany(Unbalanced).ToList();
        var formulas = notebook.Text.SelectMany(cell => MathText.Find(cell.Source).Select(formula => (Cell: cell, Formula: formula))).ToList();
        if (katex is not null && formulas.Count > 0)
        {
            var errors = await katex.ErrorsAsync([.. formulas.Select(place => place.Formula)], cancellation);
            findings.AddRange(formulas.Zip(errors).Where(pair => pair.Second is not null).Select(pair => new Finding(
                pair.First.Cell,
                pair.First.Cell.LineAt(pair.First.Formula.Start),
                $"'{Short(pair.First.Formula.Tex)}' will not be set: {pair.Second!.TrimEnd('.')}",
                "Correct the formula; commands that KaTeX lacks are also missing on GitHub.")));
        }

        return findings;
    }

    private static IEnumerable<Finding> Unbalanced(CheckedCell cell)
    {
        foreach (Match dollar in Dollars().Matches(MathText.Blank(cell.Source, alsoCode: true)))
        {
            yield return new Finding(cell, cell.LineAt(dollar.Index), $"a {dollar.Value} without its partner", "Close the formula, without a space inside its dollar signs, or write \\$ for the sign itself.");
        }
    }

    private static string Short(string tex)
    {
        var line = tex.ReplaceLineEndings(" ");
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    // $5 and $6.50 are prices.
    [GeneratedRegex(@"\$\$|\$(?!\d+(?:[.,]\d+)*(?![\w\\^{]))")]
    private static partial Regex Dollars();
}
