using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using PaperSharp.Plotting;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Plotting;

public class PlotFormattersTests
{
    public PlotFormattersTests() => PlotFormatters.Register();

    [Fact]
    public void Register_Chart_IsShownAsPlotlyJsonDrawingAndText()
    {
        var shown = Show(Plot.Curve([1, 2], "A title"));

        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], shown.Keys.Order());
        Assert.Single(JsonNode.Parse(shown["application/vnd.plotly.v1+json"])!["data"]!.AsArray());
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", shown["image/svg+xml"], StringComparison.Ordinal);
        Assert.StartsWith("Line chart \"A title\"", shown["text/plain"], StringComparison.Ordinal);
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

    private static Dictionary<string, string> Show(object value) =>
        FormattedValue.CreateManyFromObject(value).ToDictionary(form => form.MimeType, form => form.Value);
}
