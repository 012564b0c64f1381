using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaperSharp.Plotting;
using Plotly.NET;
using Plotly.NET.CSharp;
using TorchSharp;
using static TorchSharp.torch;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Tests.Plotting;

public partial class CurveTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Curves_TwoSeries_KeepNamesUnitsAndScale()
    {
        var figure = Json(Plot.Curves(
            [new Series("ours", [3, 2, 1]), new Series("baseline", [4, double.NaN, 2], [10, 20, 30])],
            "Bound", "training step", "nats", logY: true));

        Assert.Equal(["ours", "baseline"], figure["data"]!.AsArray().Select(trace => (string?)trace!["name"]));
        Assert.Equal("[1,2,3]", Numbers(figure["data"]![0]!["x"]));
        Assert.Equal("[4,null,2]", Numbers(figure["data"]![1]!["y"]));
        Assert.Equal("nats", (string?)figure["layout"]!["yaxis"]!["title"]!["text"]);
        Assert.Equal("log", (string?)figure["layout"]!["yaxis"]!["type"]);
        Assert.Equal("linear", (string?)figure["layout"]!["xaxis"]!["type"]);
        Assert.Equal("Bound", (string?)figure["layout"]!["title"]!["text"]);
        Assert.True((bool?)figure["layout"]!["showlegend"]);
    }

    [Fact]
    public void Curve_ManyPoints_KeepsExtremesInAFewHundred()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => Math.Sin(i / 5000.0)).ToArray();
        values[41_234] = 7;
        values[77_777] = -9;

        var y = Json(Plot.Curve(values))["data"]![0]!["y"]!.AsArray().Select(value => (double)value!).ToArray();

        Assert.InRange(y.Length, 400, 800);
        Assert.Equal((7, -9), (y.Max(), y.Min()));
    }

    [Fact]
    public void Curves_NoSeries_SaysSo() => Assert.Throws<ArgumentException>(() => Plot.Curves([]));

    [Fact]
    public void Curves_XOfAnotherLength_NamesTheSeries() =>
        Assert.Contains("\"s\"", Assert.Throws<ArgumentException>(() => Plot.Curves([new Series("s", [1, 2], [1])])).Message, StringComparison.Ordinal);

    [Fact]
    public void HeatMap_Matrix_WritesRowsFromTheTop()
    {
        using var matrix = arange(6, dtype: float64).view(2, 3);

        var figure = Json(Plot.HeatMap(matrix, xTitle: "key", yTitle: "query", rowNames: ["a", "b"]));

        Assert.Equal("[[0,1,2],[3,4,5]]", Numbers(figure["data"]![0]!["z"]));
        Assert.Equal("""["a","b"]""", figure["data"]![0]!["y"]!.ToJsonString());
        Assert.Equal("reversed", (string?)figure["layout"]!["yaxis"]!["autorange"]);
    }

    [Fact]
    public void HeatMap_Vector_Throws()
    {
        using var vector = zeros(3);

        Assert.Throws<ArgumentException>(() => Plot.HeatMap(vector));
    }

    [Fact]
    public void Svg_OfALine_PutsPointsWhereTheAxisLabelsSay()
    {
        var svg = Draw(Plot.Curve([10, 20, 40], x: [0, 50, 100]));

        var (toX, toY) = (AxisLabels(svg, "middle", "x"), AxisLabels(svg, "end", "y"));
        var points = Points().Matches(svg.Descendants(Svg + "path").Last().Attribute("d")!.Value)
            .Select(match => (X: Number(match.Groups[1].Value), Y: Number(match.Groups[2].Value))).ToArray();
        var area = svg.Elements(Svg + "svg").Single();
        var (left, top) = (Number(area.Attribute("x")!.Value), Number(area.Attribute("y")!.Value));

        // Labels are centred under their tick, and four pixels below it beside the y axis.
        Assert.Equal(toX[0], left + points[0].X, 0.3);
        Assert.Equal(toX[100], left + points[2].X, 0.3);
        Assert.Equal(toY[10] - 4, top + points[0].Y, 0.3);
        Assert.Equal(toY[20] - 4, top + points[1].Y, 0.3);
        Assert.Equal(toY[40] - 4, top + points[2].Y, 0.3);
    }

    [Fact]
    public void Svg_OfALogAxis_SpacesDecadesEvenly()
    {
        var labels = AxisLabels(Draw(Plot.Curve([1000, 100, 10, 1, 0.1], logY: true)), "end", "y");

        Assert.Equal(labels[1] - labels[100], labels[0.1] - labels[10], 0.3);
        Assert.Equal((labels[1] - labels[100]) / 2, labels[1] - labels[10], 0.3);
    }

    [Fact]
    public void Svg_OfBars_HasHeightsInProportion()
    {
        var bars = Draw(Plot.Bars(["a", "b"], [1, 3])).Descendants(Svg + "rect").ToArray();

        Assert.Equal(2, bars.Length);
        Assert.Equal(3, Number(bars[1].Attribute("height")!.Value) / Number(bars[0].Attribute("height")!.Value), 0.02);
    }

    [Fact]
    public void Svg_OfAHeatMap_HasOnePixelForEachCellFirstRowOnTop()
    {
        using var matrix = tensor(new float[] { 0, 0, 1, 0, 0, 0 }, 2, 3);

        var picture = Draw(Plot.HeatMap(matrix)).Descendants(Svg + "image").Single().Attribute("href")!.Value;
        var image = PngReader.Read(Convert.FromBase64String(picture["data:image/png;base64,".Length..]));

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal(((byte)0xfd, (byte)0xe7, (byte)0x25), image.At(2, 0));
        Assert.Equal(((byte)0x44, (byte)0x01, (byte)0x54), image.At(2, 1));
    }

    [Fact]
    public void Svg_OfAHistogram_CountsEveryValue()
    {
        double[] values = [0, 0.1, 0.1, 0.9, 1];
        var bars = Draw(Chart.Histogram<double, double, string>(X: values, NBinsX: 2)).Descendants(Svg + "rect").ToArray();

        Assert.Equal(1.5, Number(bars[0].Attribute("height")!.Value) / Number(bars[1].Attribute("height")!.Value), 0.02);
    }

    [Fact]
    public void Svg_OfAGrid_KeepsPanelsApart()
    {
        var panels = Draw(Chart.Grid([Plot.Curve([1, 2]), Plot.Curve([2, 1]), Plot.Bars(["a"], [1])], 2, 2)).Elements(Svg + "svg")
            .Select(panel => (X: Number(panel.Attribute("x")!.Value), Y: Number(panel.Attribute("y")!.Value),
                Width: Number(panel.Attribute("width")!.Value), Height: Number(panel.Attribute("height")!.Value))).ToArray();

        Assert.Equal(3, panels.Length);
        Assert.True(panels[0].X + panels[0].Width < panels[1].X);
        Assert.True(panels[0].Y + panels[0].Height < panels[2].Y);
        Assert.Equal(panels[0].X, panels[2].X);
    }

    [Fact]
    public void Svg_NamesWithMarkup_AreText()
    {
        var svg = Draw(Plot.Curves([new Series("<b> & \"c\"", [1, 2]), new Series("d", [2, 1])], "x < y"));

        Assert.Contains(svg.Descendants(Svg + "text"), text => text.Value == "<b> & \"c\"");
        Assert.Contains(svg.Descendants(Svg + "text"), text => text.Value == "x < y");
    }

    [Fact]
    public void Describe_Curves_NamesKindSeriesAndAxes() => Assert.Equal(
        "Line chart \"Bound\": ours (2 points), baseline (3 points); x: step, y: nats (log)",
        FigureText.Describe(PlotlyFigure.Parse(GenericChart.toFigureJson(Plot.Curves(
            [new Series("ours", [1, 2]), new Series("baseline", [1, 2, 3])], "Bound", "step", "nats", logY: true)))));

    private static JsonNode Json(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!;

    private static string Numbers(JsonNode? node) => node!.ToJsonString().Replace(".0", "", StringComparison.Ordinal);

    private static XElement Draw(GenericChart chart) => XElement.Parse(FigureSvg.Draw(PlotlyFigure.Parse(GenericChart.toFigureJson(chart))));

    private static Dictionary<double, double> AxisLabels(XElement svg, string anchor, string position) => svg.Elements(Svg + "text")
        .Where(text => text.Attribute("text-anchor")?.Value == anchor && text.Attribute("transform") is null)
        .Where(text => double.TryParse(text.Value, CultureInfo.InvariantCulture, out _))
        .ToDictionary(text => Number(text.Value), text => Number(text.Attribute(position)!.Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML]([\d.\-]+) ([\d.\-]+)")]
    private static partial Regex Points();
}
