using System.CommandLine;
using PaperSharp.Jupyter;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Which (all, solutions included, if none is named).", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Compiles notebooks without running them.") { notebooks };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(notebooks) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        IReadOnlyList<CatalogueEntry> entries = names.Length > 0
            ? [.. names.Select(name => Catalogue.Find(repository, name))]
            : [.. Catalogue.Papers(repository), .. Catalogue.Solutions(repository)];
        var errors = 0;
        foreach (var entry in entries)
        {
            var diagnostics = await DiagnosticsAsync(entry, cancellation);
            Terminal.Out.Markup(diagnostics.Count == 0 ? "[green]✓[/] " : "[red]✗[/] ");
            Terminal.Out.WriteLine($"{entry.Chapter}/{entry.Name}");
            foreach (var diagnostic in diagnostics)
            {
                Terminal.Out.WriteLine($"  {diagnostic}");
            }

            errors += diagnostics.Count;
        }

        return errors == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static async Task<IReadOnlyList<string>> DiagnosticsAsync(CatalogueEntry entry, CancellationToken cancellation)
    {
        try
        {
            var document = NotebookDocument.Load(entry.Path);
            var diagnostics = await NotebookRunner.CompileAsync(document, Path.GetDirectoryName(entry.Path)!, cancellation);
            return [.. diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.ToString())];
        }
        catch (NotebookFormatException error)
        {
            return [error.Message];
        }
    }
}
