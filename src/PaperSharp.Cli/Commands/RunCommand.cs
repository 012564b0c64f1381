using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using PaperSharp.Cli.Html;
using PaperSharp.Cli.Outcomes;
using PaperSharp.Jupyter;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class RunCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "A notebook's name, the path of an .ipynb file, a chapter's folder name, or 'all'." };
        var profile = new Option<string>("--profile") { Description = "smoke: does it run; quick: does it show the claim; full: the paper's settings.", DefaultValueFactory = _ => "quick" };
        profile.AcceptOnlyFromAmong("smoke", "quick", "full");
        var set = new Option<string[]>("--set") { Description = "Overrides a setting: name=value. Repeatable.", AllowMultipleArgumentsPerToken = true };
        var device = new Option<string?>("--device") { Description = "cpu or cuda (cuda where there is one, if not said)." };
        device.AcceptOnlyFromAmong("cpu", "cuda");
        var seed = new Option<long?>("--seed") { Description = "Seed of every random number (1, if not said)." };
        var output = new Option<string?>("--out") { Description = "Folder for the executed notebook, its page and its results (runs/<name>-<profile>, if not said)." };

        var command = new Command("run", "Executes a notebook and writes it, a page and its results.") { notebook, profile, set, device, seed, output };
        command.SetAction((parse, cancellation) =>
        {
            var repository = Repository.Find();
            var options = new RunOptions(
                parse.GetRequiredValue(profile), parse.GetValue(set) ?? [], parse.GetValue(device), parse.GetValue(seed), parse.GetValue(output));
            var name = parse.GetRequiredValue(notebook);
            return Catalogue.Several(repository, name) is { } papers
                ? RunSeveralAsync(repository, papers, options, cancellation)
                : RunAsync(repository, name, options, cancellation);
        });
        return command;
    }

    /// <summary>Each in a process of its own, so that one notebook's memory and state are not the next one's. What becomes of their claims is written down as they end.</summary>
    private static async Task<int> RunSeveralAsync(Repository repository, IReadOnlyList<CatalogueEntry> papers, RunOptions options, CancellationToken cancellation)
    {
        List<string> failed = [];
        foreach (var paper in papers)
        {
            var own = options with { Output = Path.Combine(options.Output ?? repository.Runs, options.Output is null ? FolderName(paper, options) : paper.Name) };
            var results = ResultsPath(paper, own.Output);
            if (File.Exists(results))
            {
                File.Delete(results);
            }

            var watch = Stopwatch.StartNew();
            var exit = await Tool.RunAsync(Environment.ProcessPath!, ["run", paper.Path, .. own.AsArguments()], Directory.GetCurrentDirectory(), cancellation);
            if (exit != ExitCodes.Success)
            {
                failed.Add(paper.Name);
            }

            if (options.IsComparable)
            {
                var outcomes = new OutcomeTable(repository);
                outcomes.Put(paper, options.Profile, RunResults.Read(results), exit == ExitCodes.Success, watch.Elapsed.TotalSeconds);
                outcomes.Save();
            }
        }

        Terminal.Out.WriteLine($"{papers.Count - failed.Count} of {papers.Count} notebooks ran to their end" + (failed.Count > 0 ? $"; failed: {string.Join(", ", failed)}" : ""));
        if (options.IsComparable)
        {
            Terminal.Out.WriteLine($"  results  {Path.Combine(repository.Notebooks, OutcomeTable.FileName)}");
        }

        return failed.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static async Task<int> RunAsync(Repository repository, string name, RunOptions options, CancellationToken cancellation)
    {
        var entry = Catalogue.Find(repository, name);
        var document = Load(entry.Path);
        var folder = Path.GetFullPath(options.Output ?? Path.Combine(repository.Runs, FolderName(entry, options)));
        Prepare(folder);
        var paths = (Notebook: Path.Combine(folder, entry.Name + ".ipynb"), Page: Path.Combine(folder, entry.Name + ".html"), Results: ResultsPath(entry, folder));
        options.Export(paths.Results);
        await FetchWebAssetsAsync(repository, cancellation);

        Terminal.Out.MarkupLineInterpolated($"[bold]{entry.Title()}[/] ({options.Profile})");
        var outcome = await RunView.ShowAsync(document, progress => NotebookRunner.RunAsync(document, Path.GetDirectoryName(entry.Path)!, progress, cancellation));
        document.Save(paths.Notebook);
        HtmlPage.Write(document, paths.Page, Path.GetDirectoryName(entry.Path)!);
        return Report(outcome, paths.Notebook, paths.Page);
    }

    private static string FolderName(CatalogueEntry entry, RunOptions options) => $"{entry.Name}-{options.Profile}";

    private static string ResultsPath(CatalogueEntry entry, string folder) => Path.Combine(folder, entry.Name + ".results.json");

    private static int Report(RunOutcome outcome, string notebook, string page)
    {
        var seconds = outcome.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        switch (outcome.Status)
        {
            case RunStatus.Succeeded:
                Terminal.Out.MarkupLineInterpolated($"[green]✓[/] every cell ran, in {seconds} s");
                Terminal.Out.WriteLine($"  notebook {notebook}");
                Terminal.Out.WriteLine($"  page     {page}");
                return ExitCodes.Success;

            case RunStatus.Cancelled:
                Terminal.Error.MarkupLineInterpolated($"[yellow]papers: interrupted after {seconds} s; the cells that ran are in {notebook}[/]");
                return ExitCodes.Interrupted;

            default:
                var failure = outcome.Failure!;
                Terminal.Error.MarkupLineInterpolated($"[red]papers: cell {failure.Number} (id {failure.Id}) failed after {seconds} s: {failure.ErrorName}[/]");
                Terminal.Error.WriteLine(failure.ErrorValue);
                Terminal.Error.WriteLine($"The whole error and the cells before it are in {notebook}");
                return ExitCodes.Failure;
        }
    }

    /// <summary>Without them the page still shows everything but interactive plots and typeset formulas.</summary>
    internal static async Task FetchWebAssetsAsync(Repository repository, CancellationToken cancellation)
    {
        try
        {
            await new WebAssets(repository.WebAssets).EnsureAsync(cancellation);
        }
        catch (PapersException error)
        {
            Terminal.Error.MarkupLineInterpolated($"[yellow]papers: pages and classic Notebook will lack interactive plots and typeset formulas: {error.Message}[/]");
        }
    }

    private static NotebookDocument Load(string path)
    {
        try
        {
            return NotebookDocument.Load(path);
        }
        catch (NotebookFormatException error)
        {
            throw new PapersException(error.Message);
        }
    }

    private static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PapersException($"cannot write to {folder}: {error.Message} Give another folder with --out.");
        }
    }
}
