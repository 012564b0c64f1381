using System.CommandLine;
using PaperSharp.Cli.Checks;
using PaperSharp.Cli.Html;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Which (all, solutions included, if none is named).", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Compiles notebooks and looks for broken formulas, links, outputs and missing parts, without running them.") { notebooks };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(notebooks) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        IReadOnlyList<CatalogueEntry> entries = names.Length > 0
            ? [.. names.Select(name => Catalogue.Find(repository, name))]
            : [.. Catalogue.Papers(repository), .. Catalogue.Solutions(repository)];
        var (katex, missing) = Katex.Find(new WebAssets(repository.WebAssets));
        var count = 0;
        foreach (var entry in entries)
        {
            var findings = await NotebookChecks.RunAsync(entry, Catalogue.IsPaper(repository, entry), katex, cancellation);
            Terminal.Out.Markup(findings.Count == 0 ? "[green]✓[/] " : "[red]✗[/] ");
            Terminal.Out.WriteLine(Terminal.Shown(entry.Path));
            foreach (var finding in findings)
            {
                Terminal.Out.WriteLine($"  {finding}");
            }

            count += findings.Count;
        }

        if (missing is not null)
        {
            Terminal.Error.MarkupLineInterpolated($"[yellow]papers: not checked whether the formulas can be set: {missing}[/]");
        }

        if (count > 0)
        {
            Terminal.Out.WriteLine($"{count} thing{(count == 1 ? "" : "s")} to mend");
        }

        return count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
