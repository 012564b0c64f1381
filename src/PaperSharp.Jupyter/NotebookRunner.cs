using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp.Jupyter;

/// <summary>Runs notebooks in this process, cell by cell, with the kernel that Jupyter would use.</summary>
public static class NotebookRunner
{
    /// <summary>
    /// Runs the code cells in order and puts their outputs and execution counts into <paramref name="notebook"/>.
    /// The first cell that fails ends the run; the cells after it keep no outputs. While it runs,
    /// <paramref name="workingDirectory"/> is the process's current directory, as a notebook's folder is under
    /// Jupyter. Cancellation interrupts the running cell, within a second wherever .NET allows it.
    /// </summary>
    public static async Task<RunOutcome> RunAsync(NotebookDocument notebook, string workingDirectory, IProgress<CellProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(workingDirectory);
        using var kernel = NotebookKernel.Create();
        try
        {
            return await RunAsync(kernel, notebook, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    /// <summary>
    /// Compiles the code cells in order, each with the ones before it in view, and runs nothing. Of a cell that
    /// uses what a faulty one should have declared, only its own faults are told. A notebook whose cells all compile has no diagnostic with <see cref="CellDiagnostic.IsError"/>.
    /// </summary>
    public static Task<IReadOnlyList<CellDiagnostic>> CompileAsync(NotebookDocument notebook, string workingDirectory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return Task.Run(() => NotebookCompiler.Compile(notebook, Path.GetFullPath(workingDirectory), cancellationToken), cancellationToken);
    }

    private static async Task<RunOutcome> RunAsync(Kernel kernel, NotebookDocument notebook, IProgress<CellProgress>? progress, CancellationToken cancellationToken)
    {
        var cells = notebook.Cells.Select((cell, index) => (Cell: cell, Index: index)).Where(c => c.Cell.Type == CellType.Code).ToList();
        var outputs = new CellOutputs();
        foreach (var (cell, _) in cells)
        {
            outputs.Begin(cell.Outputs);
            cell.ExecutionCount = null;
        }

        var total = Stopwatch.StartNew();
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, index) = cells[i];
            var number = i + 1;
            var watch = Stopwatch.StartNew();
            void Report(CellState state, string? text = null, bool isError = false, string? displayId = null) =>
                progress?.Report(new CellProgress(index, cell.Id, number, cells.Count, state, watch.Elapsed, text, isError, displayId));

            if (cancellationToken.IsCancellationRequested)
            {
                return new RunOutcome(RunStatus.Cancelled, total.Elapsed, new CellFailure(index, cell.Id, number, "Interrupted", "The run was cancelled.", []));
            }

            Report(CellState.Started);
            var error = await RunCellAsync(kernel, cell, number, outputs, Report, cancellationToken).ConfigureAwait(false);
            if (error is not null)
            {
                Report(CellState.Failed);
                var status = cancellationToken.IsCancellationRequested ? RunStatus.Cancelled : RunStatus.Failed;
                return new RunOutcome(status, total.Elapsed, new CellFailure(index, cell.Id, number, error.Name, error.Value, error.PlainTraceback));
            }

            Report(CellState.Finished);
        }

        return new RunOutcome(RunStatus.Succeeded, total.Elapsed, null);
    }

    private static async Task<CellError?> RunCellAsync(Kernel kernel, NotebookCell cell, int number, CellOutputs outputs, Action<CellState, string?, bool, string?> report, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        lock (gate)
        {
            outputs.Begin(cell.Outputs);
        }

        cell.ExecutionCount = number;
        KernelCommandResult result;
        using (kernel.KernelEvents.Subscribe(Collect))
        {
            result = await kernel.SendAsync(NotebookKernel.Submission(cell.Source, number), cancellationToken).ConfigureAwait(false);
        }

        lock (gate)
        {
            var error = result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed ? CellError.From(failed) : null;
            if (error is not null)
            {
                outputs.AddError(error);
            }

            outputs.Close();
            return error;
        }

        void Collect(KernelEvent kernelEvent)
        {
            lock (gate)
            {
                switch (kernelEvent)
                {
                    case StandardOutputValueProduced text:
                        outputs.AddText("stdout", PlainText(text));
                        report(CellState.Output, PlainText(text), false, null);
                        break;
                    case StandardErrorValueProduced text:
                        outputs.AddText("stderr", PlainText(text));
                        report(CellState.Output, PlainText(text), true, null);
                        break;
                    case DisplayedValueProduced display when ClearedOutput.IsIn(display, out var wait):
                        outputs.Clear(wait);
                        break;
                    case DisplayedValueProduced display:
                        outputs.AddDisplay(display);
                        report(CellState.Output, PlainText(display), false, display.ValueId);
                        break;
                    case DisplayedValueUpdated update:
                        outputs.Update(update);
                        report(CellState.Output, PlainText(update), false, update.ValueId);
                        break;
                    case ReturnValueProduced value:
                        outputs.AddResult(value, number);
                        report(CellState.Output, PlainText(value), false, null);
                        break;
                    case DiagnosticsProduced { Diagnostics: var found } diagnostics when found.All(d => d.Severity < DiagnosticSeverity.Error):
                        outputs.AddText("stderr", string.Concat(diagnostics.FormattedDiagnostics.Select(d => d.Value + "\n")));
                        break;
                }
            }
        }
    }

    private static string PlainText(DisplayEvent display) =>
        display.FormattedValues.FirstOrDefault(value => value.MimeType == PlainTextFormatter.MimeType)?.Value ?? "";
}
