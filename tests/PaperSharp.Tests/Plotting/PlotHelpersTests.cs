using System.Text.Json.Nodes;
using PaperSharp.Plotting;
using Plotly.NET;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Plotting;

public class PlotHelpersTests
{
    [Fact]
    public void Bands_ThreeRuns_DrawMeanBetweenLowestAndHighest()
    {
        var traces = Traces(Plot.Bands([new Runs("ours", [[1, 4], [2, 8], [6, 9]])]));

        Assert.Equal([1, 4], Numbers(traces[0]!["y"]));
        Assert.Equal([6, 9], Numbers(traces[1]!["y"]));
        Assert.Equal([3, 7], Numbers(traces[2]!["y"]));
        Assert.Equal("tonexty", (string?)traces[1]!["fill"]);
        Assert.Equal("ours (mean and range of 3 runs)", (string?)traces[2]!["name"]);
    }

    [Theory]
    [InlineData(Spread.Deviation, 2.0)] // the unbiased deviation of 1, 3, 5
    [InlineData(Spread.Confidence, 4.9683)] // times 4.3027, Student's t of 2 degrees of freedom at 0.975, through √3
    public void Bands_OtherSpreads_ReachAsFarAsTheirFormulas(Spread spread, double half)
    {
        var traces = Traces(Plot.Bands([new Runs("ours", [[1], [3], [5]])], spread: spread));

        Assert.Equal(3 - half, Numbers(traces[0]!["y"])[0], 1e-3);
        Assert.Equal(3 + half, Numbers(traces[1]!["y"])[0], 1e-3);
    }

    [Fact]
    public void Bands_LongRuns_KeepTheEdgesAtTheSamePlaces()
    {
        var runs = Enumerable.Range(0, 3).Select(run => (IReadOnlyList<double>)Enumerable.Range(0, 5000).Select(i => Math.Sin(i / 50.0) + run).ToArray()).ToArray();

        var traces = Traces(Plot.Bands([new Runs("ours", runs)]));

        Assert.Equal(Numbers(traces[0]!["x"]), Numbers(traces[1]!["x"]));
        Assert.All(Numbers(traces[0]!["y"]).Zip(Numbers(traces[1]!["y"])), edge => Assert.Equal(2, edge.Second - edge.First, 1e-4));
        Assert.InRange(Numbers(traces[0]!["x"]).Length, 400, 800);
    }

    [Fact]
    public void Bands_RunsOfDifferentLength_NameThem() => Assert.Contains(
        "\"ours\"", Assert.Throws<ArgumentException>(() => Plot.Bands([new Runs("ours", [[1, 2], [1]])])).Message, StringComparison.Ordinal);

    [Fact]
    public void Histogram_TwoSeries_ShareBinsAndSumToOne()
    {
        var traces = Traces(Plot.Histogram([new Series("a", [0, 0, 1, 4]), new Series("b", [2, double.NaN, 3])], bins: 4));

        Assert.Equal([0.5, 1.5, 2.5, 3.5], Numbers(traces[0]!["x"]));
        Assert.Equal([0.5, 0.25, 0, 0.25], Numbers(traces[0]!["y"]));
        Assert.Equal([0, 0, 0.5, 0.5], Numbers(traces[1]!["y"]));
    }

    [Fact]
    public void Ridge_TwiceTheDeviation_IsHalfAsHigh()
    {
        using var seed = NewDisposeScope();
        manual_seed(1);
        double[] Sample(double deviation) => [.. randn(4000, dtype: float64).data<double>().Select(value => deviation * value)];

        var figure = Json(Plot.Ridge([new Series("narrow", Sample(1)), new Series("wide", Sample(2))]));
        var traces = figure["data"]!.AsArray();

        // The first one stands on 1, the second on 0.
        var narrow = Numbers(traces[1]!["y"]).Max() - 1;
        var wide = Numbers(traces[3]!["y"]).Max();
        Assert.Equal(0.5, wide / narrow, 0.05);
        Assert.Equal(["narrow", "wide"], figure["layout"]!["yaxis"]!["ticktext"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public void Embedding_TwoLabels_MakesATraceForEach()
    {
        using var points = tensor(new float[] { 0, 1, 2, 3, 4, 5 }, 3, 2);

        var traces = Traces(Plot.Embedding(points, ["b", "a", "b"], texts: ["x", "y", "z"]));

        Assert.Equal(["b", "a"], traces.Select(trace => (string?)trace!["name"]));
        Assert.Equal([0, 4], Numbers(traces[0]!["x"]));
        Assert.Equal([1, 5], Numbers(traces[0]!["y"]));
        Assert.Equal(["x", "z"], traces[0]!["text"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public void Embedding_InSpace_UsesAScene()
    {
        using var points = zeros(2, 3);

        Assert.Equal("scatter3d", (string?)Traces(Plot.Embedding(points))[0]!["type"]);
        Assert.Throws<ArgumentException>(() => Plot.Embedding(points.view(3, 2), ["one"]));
    }

    [Fact]
    public void Field_WithPoints_SpansTheRangesAndKeepsThePointsOnTop()
    {
        using var values = arange(6, dtype: float64).view(2, 3);
        using var points = zeros(1, 2);

        var figure = Json(Plot.Field(values, (-1, 1), (0, 4), points));

        Assert.Equal(["contour", "scatter"], figure["data"]!.AsArray().Select(trace => (string?)trace!["type"]));
        Assert.Equal([-1, 0, 1], Numbers(figure["data"]![0]!["x"]));
        Assert.Equal([0, 4], Numbers(figure["data"]![0]!["y"]));
        Assert.Equal([0, 1, 2], Numbers(figure["data"]![0]!["z"]![0]));
        Assert.Equal([0, 4], Numbers(figure["layout"]!["yaxis"]!["range"]));
    }

    [Fact]
    public void HeatMap_WithFormat_WritesEachNumber()
    {
        using var matrix = tensor(new[] { 0.25f, 1 }, 1, 2);

        var text = Traces(Plot.HeatMap(matrix, format: "0.0#"))[0]!["text"]!;

        Assert.Equal("""[["0.25","1.0"]]""", text.ToJsonString());
    }

    [Fact]
    public void Bars_GroupsWithErrors_WriteATraceAndErrorsForEach()
    {
        var traces = Traces(Plot.Bars(["x", "y"], [new Series("ours", [1, 2]), new Series("theirs", [3, 4])], errors: [[0.1, 0.2], [0.3, 0.4]]));

        Assert.Equal(["ours", "theirs"], traces.Select(trace => (string?)trace!["name"]));
        Assert.Equal([0.3, 0.4], Numbers(traces[1]!["error_y"]!["array"]));
        Assert.Throws<ArgumentException>(() => Plot.Bars(["x"], [new Series("ours", [1, 2])]));
    }

    [Fact]
    public void Slider_ThreeSteps_ShowOneAtATimeAndTheLastAtFirst()
    {
        var figure = Json(Plot.Slider(
        [
            ("100", Plot.Curves([new Series("a", [1]), new Series("b", [2])], "the first")), ("200", Plot.Curve([3])), ("300", Plot.Curve([4], "the last")),
        ]));
        var slider = figure["layout"]!["sliders"]![0]!;

        Assert.Equal([false, false, false, null], figure["data"]!.AsArray().Select(trace => (bool?)trace!["visible"]));
        Assert.All(slider["steps"]!.AsArray(), step => Assert.Equal("update", (string?)step!["method"]));
        Assert.Equal("""[{"visible":[true,true,false,false]},{"title.text":"the first"}]""", slider["steps"]![0]!["args"]!.ToJsonString());
        Assert.Equal("""[{"visible":[false,false,true,false]},{"title.text":""}]""", slider["steps"]![1]!["args"]!.ToJsonString());
        Assert.Equal("""[{"visible":[false,false,false,true]},{"title.text":"the last"}]""", slider["steps"]![2]!["args"]!.ToJsonString());
        Assert.Equal("the last", (string?)figure["layout"]!["title"]!["text"]);
    }

    private static JsonNode Json(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!;

    private static JsonArray Traces(GenericChart chart) => Json(chart)["data"]!.AsArray();

    private static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(number => (double)number!)];
}
