using System.Text.Json.Nodes;
using PaperSharp.Plotting;
using Plotly.NET;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Plotting;

public class CurveTests
{
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
    public void Describe_Curves_NamesKindSeriesAndAxes() => Assert.Equal(
        "Line chart \"Bound\": ours (2 points), baseline (3 points); x: step, y: nats (log)",
        FigureText.Describe(PlotlyFigure.Parse(GenericChart.toFigureJson(Plot.Curves(
            [new Series("ours", [1, 2]), new Series("baseline", [1, 2, 3])], "Bound", "step", "nats", logY: true)))));

    private static JsonNode Json(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!;

    private static string Numbers(JsonNode? node) => node!.ToJsonString().Replace(".0", "", StringComparison.Ordinal);
}
