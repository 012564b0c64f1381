namespace PaperSharp.Tests.Notebook;

[Collection(SessionTestGroup.Name)]
public sealed class ProgressBarTests : IDisposable
{
    private readonly CapturedConsole _console = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void View_Halfway_ShowsRateAndRemainingTime()
    {
        using var bar = new ProgressBar("training", 1000, 0, _clock);
        _clock.Advance(10);
        bar.Reach(500, "loss 0.25");

        Assert.Equal("training: ██████████░░░░░░░░░░ 500 of 1,000 in 10.0 s, 50.0/s, 10.0 s left, loss 0.25", bar.View().Text);
        Assert.Contains("width:50%", bar.View().Html);
    }

    [Fact]
    public void View_Resumed_CountsOnlyWhatItDidItself()
    {
        using var bar = new ProgressBar("training", 10_000, 9000, _clock);
        _clock.Advance(2);
        bar.Step(500);

        Assert.Equal("training: ███████████████████░ 9,500 of 10,000 in 2.0 s, 250/s, 2.0 s left", bar.View().Text);
    }

    [Fact]
    public void View_SlowSteps_ShowsSecondsOfEach()
    {
        using var bar = new ProgressBar("epochs", 100, 0, _clock);
        _clock.Advance(90);
        bar.Step();

        Assert.Equal("epochs: ░░░░░░░░░░░░░░░░░░░░ 1 of 100 in 1:30 min, 90.0 s each, 2:28 h left", bar.View().Text);
    }

    [Fact]
    public void Dispose_AllDone_LeavesDuration()
    {
        using (var bar = new ProgressBar("training", 200, 0, _clock))
        {
            _clock.Advance(100);
            bar.Step(200);
        }

        Assert.Equal("training: 200 in 1:40 min, 2.0/s", _console.Text.TrimEnd());
    }

    [Fact]
    public void Dispose_Interrupted_LeavesWhereItStopped()
    {
        using (var bar = new ProgressBar("training", 200, 0, _clock))
        {
            _clock.Advance(10);
            bar.Step(50);
        }

        Assert.Equal("training: stopped at 50 of 200 after 10.0 s, 5.0/s", _console.Text.TrimEnd());
    }

    [Fact]
    public async Task Step_ManyThreads_CountsAll()
    {
        using var bar = new ProgressBar("work", 40_000, 0, _clock);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                bar.Step();
            }
        })));

        Assert.Equal(40_000, bar.Done);
    }

    [Fact]
    public void View_MarkupInLabel_IsEncoded()
    {
        using var bar = new ProgressBar("<b>", 1, 0, _clock);

        Assert.Contains("&lt;b&gt;", bar.View().Html);
    }
}
