using Microsoft.Playwright;

namespace PaperSharp.Jupyter.Tests.Browser;

/// <summary>A notebook that is open in classic Notebook, in a browser without a window.</summary>
internal sealed class NotebookPage : IAsyncDisposable
{
    /// <summary>Generous: a busy machine takes long to start a kernel.</summary>
    private const float Limit = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private NotebookPage(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public static async Task<NotebookPage> OpenAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 1000 } });
        page.SetDefaultTimeout(Limit);
        await page.GotoAsync(address.AbsoluteUri);
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.implementation");
        return new NotebookPage(playwright, browser, page);
    }

    /// <summary>A cell's outputs, and what the selector finds in them.</summary>
    public ILocator Output(int cell, string selector = "") => Page.Locator($"#notebook-container > .cell >> nth={cell} >> .output {selector}".TrimEnd());

    public Task RunAllAsync() => Page.EvaluateAsync("() => Jupyter.actions.call('jupyter-notebook:run-all-cells')");

    public async Task RunAsync(int cell)
    {
        await Page.Locator("#notebook-container > .cell").Nth(cell).Locator(".input_area").ClickAsync();
        await Page.Locator("button[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']").ClickAsync();
    }

    public Task StopAsync() => Page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();

    /// <summary>Keeps a picture of the page beside the test results.</summary>
    public async Task KeepPictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(NotebookServer.Root, "artifacts", "test-results", "browser"));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        // Or closing the page asks whether to leave it unsaved.
        await Page.EvaluateAsync("() => { window.onbeforeunload = null; }");
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
