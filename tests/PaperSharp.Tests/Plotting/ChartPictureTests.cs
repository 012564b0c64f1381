using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using PaperSharp.Plotting;
using PaperSharp.Plotting.Browser;
using PaperSharp.Tests.Notebook;
using Plotly.NET;
using Plotly.NET.CSharp;
using TorchSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Tests.Plotting;

/// <summary>Charts in a real browser, which reaches no network.</summary>
[Collection(SessionTestGroup.Name)]
public sealed class ChartPictureTests : IDisposable
{
    private static readonly string PlotlyJs = Path.Combine(Repository.Root!, "environment", "web", "node_modules", "plotly.js-dist-min", "plotly.min.js");

    public ChartPictureTests() => PlotFormatters.Register();

    public void Dispose() => Defaults.reset();

    [BrowserFact]
    public void Show_Bars_DrawsThemInTheirColourAndProportion()
    {
        var shown = FormattedValue.CreateManyFromObject(Plot.Bars(["a", "b"], [1, 3])).ToDictionary(form => form.MimeType, form => form.Value);
        var file = Convert.FromBase64String(shown["image/png"]);
        var png = PngReader.Read(file);

        Assert.Equal((1080, 600), (png.Width, png.Height));
        Assert.InRange(file.Length, 1000, 60_000);
        Assert.InRange(png.CountColours(), 3, 64);
        Assert.Equal(((byte)255, (byte)255, (byte)255), png.At(0, 0));
        Assert.Contains(Convert.ToBase64String(file), shown["text/html"], StringComparison.Ordinal);

        // #0072b2; the bars are as high as the blue columns of pixels, of which there are two heights.
        var heights = Enumerable.Range(0, png.Width)
            .Select(x => Enumerable.Range(0, png.Height).Count(y => png.At(x, y) == (0, 0x72, 0xb2)))
            .Where(height => height > 20).GroupBy(height => height).Where(group => group.Count() > 50).Select(group => group.Key).Order().ToArray();
        Assert.Equal(2, heights.Length);
        Assert.Equal(3, heights[1] / (double)heights[0], 0.05);
    }

    [BrowserFact]
    public void Rest_AfterAPicture_EndsTheBrowserUntilTheNextOne()
    {
        Assert.NotNull(Draw(Plot.Curve([1, 2])).Png);
        ChartPictures.Rest();

        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"papersharp-browser-{Environment.ProcessId}-*"));
        Assert.NotNull(Draw(Plot.Curve([2, 1])).Png);
    }

    [BrowserFact]
    public void Show_Surface_DrawsItWithoutAGraphicsCard()
    {
        var chart = Chart.Surface<double, double, double, string>([[1, 2, 3], [2, 3, 4], [3, 4, 1]], ShowScale: false);

        var picture = Draw(chart);

        Assert.Null(picture.Problem);
        Assert.InRange(PngReader.Read(picture.Png!).CountColours(), 40, 256);
    }

    [BrowserFact]
    public void Show_FigureThatPlotlyRefuses_SaysSoAndGoesOn()
    {
        var refused = ChartPictures.Draw("""{"data": 7, "layout": {"width": -1}}""", (-1, 10));

        Assert.Null(refused.Png);
        Assert.StartsWith("No picture: plotly.js cannot draw the chart", refused.Problem, StringComparison.Ordinal);
        Assert.NotNull(Draw(Plot.Curve([1, 2])).Png);
    }

    [BrowserFact]
    public async Task Html_ThreeChartsInAPage_AreDrawnWithOnePlotlyAndFollowItsColours()
    {
        var charts = new[] { Plot.Curve([1, 3, 2], "one"), Plot.Bars(["a", "b"], [1, 2], "two"), Plot.HeatMap(torch.ones(3, 3), "three") };
        var outputs = charts.Select(chart => FormattedValue.CreateSingleFromObject(chart, "text/html").Value).ToArray();
        using var browser = await PageBrowser.OpenAsync($$"""
            <!doctype html><meta charset="utf-8">
            <script>{{await File.ReadAllTextAsync(PlotlyJs)}}</script>
            <body style="color: rgb(10, 20, 30)">{{string.Concat(outputs)}}</body>
            """);

        Assert.Equal("3", await browser.WaitForAsync("document.querySelectorAll('.gtitle').length", "3"));
        Assert.Equal("one,two,three", await browser.EvaluateAsync("[...document.querySelectorAll('.gtitle')].map(t => t.textContent).join()"));
        Assert.Equal("0", await browser.EvaluateAsync("document.querySelectorAll('img[src^=\"data:image/png\"]').length"));
        Assert.Equal("rgb(10, 20, 30)", await browser.EvaluateAsync("getComputedStyle(document.querySelector('.gtitle')).fill"));

        await browser.EvaluateAsync("document.body.style.color = 'rgb(200, 210, 220)'");
        Assert.Equal("rgb(200, 210, 220)", await browser.WaitForAsync("getComputedStyle(document.querySelector('.gtitle')).fill", "rgb(200, 210, 220)"));
    }

    [BrowserFact]
    public async Task Html_TwoChartsInJupyter_FetchPlotlyOnceFromTheKernelsFolder()
    {
        var output = string.Concat(Enumerable.Range(0, 2).Select(_ => FormattedValue.CreateSingleFromObject(Plot.Curve([1, 2], "a chart"), "text/html").Value));
        using var browser = await PageBrowser.OpenAsync($$"""
            <!doctype html><meta charset="utf-8">
            <script id="jupyter-config-data" type="application/json">{"baseUrl": "/user/ada/"}</script>
            <script type="text/plain" id="source">{{await File.ReadAllTextAsync(PlotlyJs)}}</script>
            <script>
              window.asked = [];
              window.define = Object.assign(() => { throw new Error("a module loader must not see it"); }, { amd: {} });
              window.fetch = async url => { asked.push(url); return new Response(document.getElementById("source").textContent); };
            </script>
            <body>{{output}}</body>
            """);

        Assert.Equal("2", await browser.WaitForAsync("document.querySelectorAll('.gtitle').length", "2"));
        Assert.Equal("/user/ada/kernelspecs/.net-csharp/plotly.min.js", await browser.EvaluateAsync("asked.join()"));
    }

    [BrowserFact]
    public async Task Html_PageWithoutPlotly_KeepsThePicture()
    {
        var output = FormattedValue.CreateSingleFromObject(Plot.Curve([1, 3, 2]), "text/html").Value;
        using var browser = await PageBrowser.OpenAsync($"<!doctype html><body>{output}</body>");

        Assert.Equal("1", await browser.WaitForAsync("[...document.images].filter(i => i.naturalWidth === 1080).length", "1"));
    }

    [Fact]
    public void Find_NamedProgramThatIsNotThere_FindsNone()
    {
        using var named = new EnvironmentVariable("PAPERS_BROWSER", "/no/such/browser");

        Assert.Null(BrowserProgram.Find());
    }

    private static ChartPicture Draw(GenericChart chart) => ChartPictures.Draw(GenericChart.toFigureJson(PlotTemplate.Apply(chart)), (720, 400));
}
