using System.Text.Json.Nodes;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Tests.Html;

/// <summary>A page as a browser shows it, with the real libraries and no network.</summary>
public sealed class LivePageTests : IDisposable
{
    private static readonly WebAssets Assets = new(Repository.Find().WebAssets);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("live-page-");

    public void Dispose() => _folder.Delete(recursive: true);

    [LivePageFact]
    public async Task Page_InChromium_SetsFormulasDrawsChartsAndMarksTheSection()
    {
        var notebook = JsonNode.Parse("""
            {"cells": [
              {"cell_type": "markdown", "source": "# Title\n\nA formula $\\frac{a}{b}$."},
              {"cell_type": "code", "source": "1", "execution_count": 1, "outputs": [{"output_type": "display_data", "data": {
                "application/vnd.plotly.v1+json": {"data": [{"type": "scatter", "x": [1, 2, 3], "y": [3, 1, 2]}], "layout": {}},
                "image/png": "AAAA", "text/plain": "a curve"}}]}]}
            """)!.AsObject();
        var path = Path.Combine(_folder.FullName, "page.html");
        HtmlPage.Write(notebook, path, Assets, PagePlace.Nowhere);

        var (_, page, error) = await Tool.CaptureAsync(Tool.Find("chromium")!,
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
            "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=10000", $"--user-data-dir={Path.Combine(_folder.FullName, "profile")}", "--dump-dom", new Uri(path).AbsoluteUri,
        ], "", CancellationToken.None);

        // Only what stands outside of the scripts was made by them.
        var body = page.Length == 0 ? error : page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("<footer", StringComparison.Ordinal)];
        Assert.Contains("<span class=\"math inline set\"><span class=\"katex\">", body, StringComparison.Ordinal);
        Assert.Contains("class=\"chart drawn\"", body, StringComparison.Ordinal);
        Assert.Contains("class=\"main-svg\"", body, StringComparison.Ordinal);
        Assert.Contains("js-line", body, StringComparison.Ordinal);
        Assert.Contains("<a class=\"level1 here\" href=\"#title\" aria-current=\"true\">", body, StringComparison.Ordinal);
    }

    private sealed class LivePageFactAttribute : FactAttribute
    {
        public LivePageFactAttribute() => Skip =
            Assets.KatexJs is null || Assets.PlotlyJs is null ? $"KaTeX or plotly.js is not installed. {Assets.Advice}"
            : Tool.Find("chromium") is null ? "chromium is not on PATH" : null;
    }
}
