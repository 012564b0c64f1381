using System.CommandLine;
using System.Text.Json.Nodes;
using PaperSharp.Cli.Authoring;
using PaperSharp.Cli.Book;
using PaperSharp.Cli.Html;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class BookCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "Folder for the pages (runs/book, if not said)." };
        var run = new Option<bool>("--run") { Description = "Runs the notebooks first, instead of showing their stored outputs." };
        var profile = new Option<string>("--profile") { Description = "With --run: smoke, quick or full.", DefaultValueFactory = _ => "quick" };
        profile.AcceptOnlyFromAmong("smoke", "quick", "full");
        var command = new Command("book", "Writes the pages of all notebooks, with an index, for reading without anything installed.") { output, run, profile };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(output), parse.GetValue(run) ? parse.GetRequiredValue(profile) : null, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? output, string? profile, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        var folder = Path.GetFullPath(output ?? Path.Combine(repository.Runs, "book"));
        await RunCommand.FetchWebAssetsAsync(repository, cancellation);
        var plan = new BookPlan(repository);
        var failed = profile is null ? [] : await RunNotebooksAsync(repository, plan, profile, cancellation);
        Write(repository, plan, folder, page => NotebookJson.Load(profile is null || failed.Contains(page) ? page.Entry.Path : Executed(repository, page, profile)));

        foreach (var page in failed)
        {
            Terminal.Out.WriteLine($"failed: {page.Entry.Name} (its page shows the stored outputs)");
        }

        Terminal.Out.WriteLine($"{plan.All.Count()} pages; begin with {Path.Combine(folder, "index.html")}");
        return failed.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    internal static void Write(Repository repository, BookPlan plan, string folder, Func<BookPage, JsonObject> notebookOf)
    {
        var assets = new WebAssets(repository.WebAssets);
        var headers = new Dictionary<BookPage, string>();
        var copies = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var page in plan.All)
            {
                var notebook = notebookOf(page);
                headers[page] = OutputHtml.Text(NotebookJson.Cells(notebook).FirstOrDefault()?["source"]);
                var (previous, next) = plan.Around(page);
                var path = Path.Combine(folder, page.File);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                HtmlPage.Write(notebook, path, assets, new PagePlace(
                    Path.GetDirectoryName(page.Entry.Path), address => plan.Link(page, address, copies), "../index.html", LinkTo(previous), LinkTo(next)));
            }

            foreach (var file in copies)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
                File.Copy(Path.Combine(repository.Notebooks, file), Path.Combine(folder, file), overwrite: true);
            }

            HtmlPage.WriteText(BookIndex.Render(plan, headers, assets), Path.Combine(folder, "index.html"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PapersException($"cannot write the pages: {error.Message} Give another folder with --out.");
        }
    }

    private static PageLink? LinkTo(BookPage? page) => page is null ? null : new PageLink($"../{page.File}", page.Title);

    /// <summary>Each in a process of its own, so that one notebook's memory and state are not the next one's.</summary>
    private static async Task<HashSet<BookPage>> RunNotebooksAsync(Repository repository, BookPlan plan, string profile, CancellationToken cancellation)
    {
        var failed = new HashSet<BookPage>();
        foreach (var page in plan.All)
        {
            string[] arguments = ["run", page.Entry.Path, "--profile", profile, "--out", Path.GetDirectoryName(Executed(repository, page, profile))!];
            if (await Tool.RunAsync(Environment.ProcessPath!, arguments, repository.Root, cancellation) != ExitCodes.Success)
            {
                failed.Add(page);
            }
        }

        return failed;
    }

    private static string Executed(Repository repository, BookPage page, string profile) =>
        Path.Combine(repository.Runs, $"{page.Entry.Name}-{profile}", page.Entry.Name + ".ipynb");
}
