using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using PaperSharp.Plotting;
using PaperSharp.Tests.Notebook;
using Plotly.NET;
using TorchSharp;
using static TorchSharp.torch;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Tests.Plotting;

[Collection(SessionTestGroup.Name)]
public sealed class PlotFormattersTests : IDisposable
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private readonly EnvironmentVariable _noBrowser = new("PAPERS_BROWSER", "none");

    public PlotFormattersTests() => PlotFormatters.Register();

    public void Dispose()
    {
        _noBrowser.Dispose();
        Defaults.reset();
        PlotFormatters.Register();
    }

    [Fact]
    public void Register_NoBrowser_ShowsChartAsJsonHtmlAndTextWithoutAnEmptyPicture()
    {
        var shown = Show(Plot.Curve([1, 2], "A <title>"));

        Assert.Equal([PlotlyMime, "text/html", "text/plain"], shown.Keys.Order());
        Assert.Single(JsonNode.Parse(shown[PlotlyMime])!["data"]!.AsArray());
        Assert.DoesNotContain("<img", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("No picture: there is no Chromium", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("A &lt;title&gt;", shown["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("Line chart \"A <title>\"", shown["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Register_ChartOfThePackage_GetsTheLookAndSizeOfThisLibrary()
    {
        var withDefaults = Layout(Chart.Line<double, double, string>([1, 2], [3, 4]));
        var without = Layout(Chart.Line<double, double, string>([1, 2], [3, 4], UseDefaults: false));

        Assert.Equal((720, 400), ((int)withDefaults["width"]!, (int)withDefaults["height"]!));
        Assert.All([withDefaults, without], layout => Assert.Equal("#0072b2", (string?)layout["template"]!["layout"]!["colorway"]![0]));
    }

    [Fact]
    public void Register_ChartWithItsOwnTemplate_KeepsIt()
    {
        dynamic template = new Template();
        template.layout = new Dictionary<string, object> { ["colorway"] = new[] { "#123456" } };
        var chart = GenericChartExtensions.WithTemplate(Chart.Line<double, double, string>([1], [2], UseDefaults: false), (Template)template);

        Assert.Equal("#123456", (string?)Layout(chart)["template"]!["layout"]!["colorway"]![0]);
    }

    [Fact]
    public void Register_Picture_IsShownAsPng()
    {
        using var images = zeros(1, 1, 2, 2);

        var shown = Show(Plot.ImageGrid(images, description: "nothing"));

        Assert.Equal(["image/png", "text/plain"], shown.Keys.Order());
        Assert.Equal((byte)0, PngReader.Read(Convert.FromBase64String(shown["image/png"])).At(5, 5).R);
        Assert.StartsWith("nothing (", shown["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Register_Frames_AreShownAsPlayerAndFilmStrip()
    {
        using var frames = zeros(2, 1, 3, 3);

        var shown = Show(Plot.ImageFrames(frames));

        Assert.Equal(["image/png", "text/html", "text/plain"], shown.Keys.Order());
        Assert.Contains("<input type=\"range\" min=\"0\" max=\"1\"", shown["text/html"], StringComparison.Ordinal);
        Assert.True(PngReader.Read(Convert.FromBase64String(shown["image/png"])).Width > 0);
    }

    [Fact]
    public void Message_LongSentence_IsWrittenInSeveralLines()
    {
        var one = PngReader.Read(Plot.Message("short"));
        var three = PngReader.Read(Plot.Message(new string('x', 200)));

        Assert.Equal(one.Width, three.Width);
        Assert.True(three.Height > 2 * one.Height);
        Assert.Equal(2, three.CountColours());
    }

    private static JsonNode Layout(GenericChart chart) => JsonNode.Parse(Show(chart)[PlotlyMime])!["layout"]!;

    private static Dictionary<string, string> Show(object value) =>
        FormattedValue.CreateManyFromObject(value).ToDictionary(form => form.MimeType, form => form.Value);
}
