using System.Globalization;
using PaperSharp.Jupyter;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

/// <summary>What the terminal shows while a notebook runs: a line per finished cell, and one that moves.</summary>
internal sealed class RunView
{
    private const int TextWidth = 60;
    private readonly NotebookDocument document;

    private RunView(NotebookDocument document) => this.document = document;

    public static async Task<RunOutcome> ShowAsync(NotebookDocument document, Func<IProgress<CellProgress>, Task<RunOutcome>> run)
    {
        var view = new RunView(document);
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return await run(new Sink(view.ShowEnd));
        }

        return await Terminal.Error.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", status => run(new Sink(progress =>
        {
            view.ShowEnd(progress);
            if (progress.State is CellState.Started or CellState.Output)
            {
                status.Status(view.Moving(progress));
            }
        })));
    }

    /// <summary>The last heading above the cell.</summary>
    public static string Title(NotebookDocument document, int index) =>
        document.Cells.Take(index).Reverse()
            .Where(cell => cell.Type == CellType.Markdown)
            .SelectMany(cell => cell.Source.Split('\n').Reverse())
            .FirstOrDefault(line => line.StartsWith('#'))?.TrimStart('#').Trim() ?? "";

    private void ShowEnd(CellProgress progress)
    {
        if (progress.State is CellState.Finished or CellState.Failed)
        {
            var mark = progress.State == CellState.Finished ? "[green]✓[/]" : "[red]✗[/]";
            Terminal.Error.MarkupLine($"{mark} {Label(progress)}");
        }
    }

    private string Moving(CellProgress progress)
    {
        var text = progress.Text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        return $"{Label(progress)} {Markup.Escape(text.Length > TextWidth ? text[..TextWidth] : text)}";
    }

    private string Label(CellProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Number,3}/{progress.Count} {Markup.Escape(Title(document, progress.Index))} [grey]{progress.Elapsed.TotalSeconds:0.0} s[/]");

    /// <summary>Calls back at once, on the thread that reports, so that lines keep their order.</summary>
    private sealed class Sink(Action<CellProgress> report) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => report(value);
    }
}
