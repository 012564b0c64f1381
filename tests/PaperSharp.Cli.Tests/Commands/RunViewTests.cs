using System.Globalization;
using PaperSharp.Cli.Commands;
using PaperSharp.Jupyter;
using Spectre.Console;

namespace PaperSharp.Cli.Tests.Commands;

public sealed class RunViewTests : IDisposable
{
    private readonly Clock _clock = new();
    private readonly StringWriter _terminal = new();
    private readonly RunView _view;

    public RunViewTests()
    {
        var document = NotebookDocument.Parse(
            """
            {"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":"# Training [x]"},
            {"cell_type":"code","id":"b","metadata":{},"source":"","outputs":[],"execution_count":null}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """,
            "test.ipynb");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_terminal), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 200;
        _view = new RunView(document, console, _clock);
    }

    public void Dispose() => _terminal.Dispose();

    private string[] Lines => _terminal.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task RunAsync_ShortCell_IsOneLine()
    {
        await RunAsync(progress =>
        {
            Report(progress, CellState.Started);
            Report(progress, CellState.Output, "hello\n");
            Report(progress, CellState.Finished);
        });

        Assert.Equal(["✓   1/1 Training [x] 0.0 s"], Lines);
    }

    [Fact]
    public async Task RunAsync_LongCellIntoAFile_AddsALineNowAndThen()
    {
        await RunAsync(progress =>
        {
            Report(progress, CellState.Started);
            for (var second = 0; second < 3600; second++)
            {
                Report(progress, CellState.Output, $"training: {second} of 3,600\n  epoch: 1 of 2", "id");
                _clock.Advance(1);
            }

            Report(progress, CellState.Failed);
        });

        // After 30, 60, 120, 240 and 480 s more, then every 600 s.
        Assert.Equal([30, 90, 210, 450, 930, 1530, 2130, 2730, 3330], Lines[..^1].Select(line => int.Parse(line.Split("training: ")[1].Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Equal("…   1/1 Training [x] 30.0 s training: 30 of 3,600", Lines[0]);
        Assert.StartsWith("✗   1/1 Training", Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void CellActivity_TwoChangingOutputs_KeepsTheLastStateOfEach()
    {
        var activity = new CellActivity(Progress(CellState.Started));
        activity.Add(Progress(CellState.Output, "bar 1", "bar"));
        activity.Add(Progress(CellState.Output, "curve 1", "curve"));
        activity.Add(Progress(CellState.Output, "bar 2\n  inner 1", "bar"));
        activity.Add(Progress(CellState.Output, "curve 2", "curve"));
        activity.Add(Progress(CellState.Output, "bar 3", "bar"));
        activity.Add(Progress(CellState.Output, "printed\nlast line\n"));

        Assert.Equal(["bar 3", "curve 2", "last line"], activity.Lines);
    }

    private static CellProgress Progress(CellState state, string? text = null, string? id = null) =>
        new(1, "b", 1, 1, state, TimeSpan.Zero, text, false, id);

    private static void Report(IProgress<CellProgress> progress, CellState state, string? text = null, string? id = null) =>
        progress.Report(Progress(state, text, id));

    private Task<RunOutcome> RunAsync(Action<IProgress<CellProgress>> run) => _view.RunAsync(progress =>
    {
        run(progress);
        return Task.FromResult(new RunOutcome(RunStatus.Succeeded, TimeSpan.Zero, null));
    });

    private sealed class Clock : TimeProvider
    {
        private TimeSpan _now = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(double seconds) => _now += TimeSpan.FromSeconds(seconds);
    }
}
