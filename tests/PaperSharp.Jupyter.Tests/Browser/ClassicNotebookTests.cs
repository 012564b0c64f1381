using Microsoft.Playwright;

namespace PaperSharp.Jupyter.Tests.Browser;

/// <summary>The kernel as a reader uses it: classic Notebook in Chromium.</summary>
public sealed class ClassicNotebookTests : IAsyncLifetime
{
    private static readonly string Setup = $"#load \"{NotebookServer.Root}/notebooks/setup.csx\"";

    private NotebookServer? _server;

    /// <summary>Started by the tests, since this also runs for the ones that are skipped.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task RunAll_PlotProgressAndValues_AreShown()
    {
        await using var page = await OpenAsync(
            Setup,
            "display(Plot.Curve([3.0, 1.0, 2.0], \"a curve\", \"step\", \"value\"));",
            "using (var bar = Live.Progress(\"working\", 200))\n    for (var i = 0; i < 200; i++) { System.Threading.Thread.Sleep(30); bar.Step(); }",
            "var x = 20;\n2 * x + 2");

        await page.RunAllAsync();

        var bar = page.Output(2, "[role=progressbar]");
        await bar.WaitForAsync();
        var first = await bar.GetAttributeAsync("aria-valuenow");
        await Assertions.Expect(bar).Not.ToHaveAttributeAsync("aria-valuenow", first!, new() { Timeout = 30_000 });
        await page.KeepPictureAsync("running");

        await Assertions.Expect(page.Output(3)).ToContainTextAsync("42", new() { Timeout = 120_000 });
        await Assertions.Expect(page.Output(0)).ToContainTextAsync("PaperSharp: ");
        await Assertions.Expect(page.Output(2)).ToContainTextAsync("200 in ");
        var plot = page.Output(1, ".main-svg, canvas").First;
        await plot.WaitForAsync();
        await plot.ScrollIntoViewIfNeededAsync();
        var box = await plot.BoundingBoxAsync();
        await page.KeepPictureAsync("done");
        Assert.True(box is { Width: > 200, Height: > 100 }, $"the plot measures {box?.Width} × {box?.Height}");
        Assert.True(await page.Output(1, ".scatterlayer path.js-line").CountAsync() > 0, "the plot has no line");
    }

    [BrowserFact]
    public async Task Stop_EndlessLoop_EndsItAndTheNextCellIsAnswered()
    {
        await using var page = await OpenAsync("var x = 41;\nConsole.WriteLine(\"looping\");\nwhile (true) { x = 41; }", "x + 1");
        await page.RunAsync(0);
        await Assertions.Expect(page.Output(0)).ToContainTextAsync("looping", new() { Timeout = 120_000 });

        await page.StopAsync();

        await page.Output(0, ".output_error").WaitForAsync();
        await page.RunAsync(1);
        await Assertions.Expect(page.Output(1)).ToContainTextAsync("42", new() { Timeout = 120_000 });
        await page.KeepPictureAsync("stopped");
    }

    private async Task<NotebookPage> OpenAsync(params string[] cells)
    {
        _server = await NotebookServer.StartAsync();
        return await NotebookPage.OpenAsync(_server.Add("test", cells));
    }
}
