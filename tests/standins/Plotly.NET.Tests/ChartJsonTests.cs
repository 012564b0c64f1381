using System.Text.Json.Nodes;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.Tests;

/// <summary>The expected texts are what Plotly.NET 5.1 writes for the same calls.</summary>
public class ChartJsonTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [2, 1.5, 5];
    private static readonly string[] Products = ["Product A", "Product B", "Product C"];

    [Fact]
    public void Line_WithNumbers_WritesScatterTraceInOrder() =>
        AssertTraces(
            """{"type":"scatter","mode":"lines","x":[1.0,2.0,3.0],"y":[2.0,1.5,5.0],"marker":{},"line":{}}""",
            Chart.Line<double, double, string>(X, Y, UseDefaults: false));

    [Fact]
    public void Line_WithMarkersAndLineStyle_WritesSymbolNumberAndDash() =>
        AssertTraces(
            """{"type":"scatter","name":"line","mode":"lines+markers","x":[1.0,2.0,3.0],"y":[2.0,1.5,5.0],"marker":{"symbol":"1"},"line":{"width":2.0,"dash":"dot"}}""",
            Chart.Line<double, double, string>(X, Y, Name: "line", ShowMarkers: true, MarkerSymbol: StyleParam.MarkerSymbol.Square, UseDefaults: false)
                .WithLineStyle(Width: 2.0, Dash: DrawingStyle.Dot));

    [Fact]
    public void Point_WithTexts_WritesTextAndPosition() =>
        AssertTraces(
            """{"type":"scatter","name":"points","mode":"markers+text","x":[1.0,2.0,3.0],"y":[2.0,1.5,5.0],"text":["a","b","c"],"textposition":"top right","marker":{},"line":{}}""",
            Chart.Point<double, double, string>(
                X, Y, Name: "points", MultiText: new[] { "a", "b", "c" }, TextPosition: StyleParam.TextPosition.TopRight, UseDefaults: false));

    [Fact]
    public void Spline_WithNumbers_WritesSplineShape() =>
        AssertTraces(
            """{"type":"scatter","name":"spline","mode":"lines","x":[1.0,2.0,3.0],"y":[2.0,1.5,5.0],"marker":{},"line":{"shape":"spline"}}""",
            Chart.Spline<double, double, string>(X, Y, Name: "spline", UseDefaults: false));

    [Fact]
    public void Area_WithNumbers_FillsToZero() =>
        AssertTraces(
            """{"type":"scatter","mode":"lines","x":[1.0,2.0,3.0],"y":[2.0,1.5,5.0],"marker":{},"line":{},"fill":"tozeroy","fillpattern":{}}""",
            Chart.Area<double, double, string>(X, Y, UseDefaults: false));

    [Fact]
    public void Bar_WithKeys_IsHorizontal() =>
        AssertTraces(
            """{"type":"bar","x":[20,14,23],"y":["Product A","Product B","Product C"],"orientation":"h","marker":{"pattern":{}}}""",
            Chart.Bar<int, string, string>([20, 14, 23], Keys: Products, UseDefaults: false));

    [Fact]
    public void Column_WithKeys_IsVertical() =>
        AssertTraces(
            """{"type":"bar","x":["Product A","Product B","Product C"],"y":[20,14,23],"orientation":"v","marker":{"pattern":{}}}""",
            Chart.Column<int, string, string>([20, 14, 23], Keys: Products, UseDefaults: false));

    [Fact]
    public void StackedColumn_Combined_StacksInLayout()
    {
        var chart = Chart.Combine(
        [
            Chart.StackedColumn<int, string, string>([20, 14, 23], Keys: Products, Name: "old", UseDefaults: false),
            Chart.StackedColumn<int, string, string>([8, 21, 13], Keys: Products, Name: "new", UseDefaults: false),
        ]);

        AssertJson("""{"barmode":"stack"}""", Layout(chart));
        Assert.Equal(2, GenericChart.countTrace(chart));
    }

    [Fact]
    public void Histogram_WithSize_WritesLayout()
    {
        var chart = Chart.Histogram<double, double, string>(X: Y, UseDefaults: false).WithSize(500, 500);

        AssertTraces("""{"type":"histogram","x":[2.0,1.5,5.0],"marker":{"pattern":{}}}""", chart);
        AssertJson("""{"width":500,"height":500}""", Layout(chart));
    }

    [Fact]
    public void Heatmap_WithCustomColorscale_WritesRowsAndStops() =>
        AssertTraces(
            """{"type":"heatmap","x":["a","b"],"y":["p","q"],"z":[[1.0,1.5],[2.0,0.5]],"colorscale":[[0.0,"#3D9970"],[1.0,"#001f3f"]],"showscale":true}""",
            Chart.Heatmap<double, string, string, string>(
                [[1, 1.5], [2, 0.5]],
                X: new[] { "a", "b" },
                Y: new[] { "p", "q" },
                ColorScale: StyleParam.Colorscale.NewCustom(
                [
                    Tuple.Create(0.0, Color.fromString("#3D9970")), Tuple.Create(1.0, Color.fromString("#001f3f")),
                ]),
                ShowScale: true,
                UseDefaults: false));

    [Fact]
    public void AnnotatedHeatmap_Reversed_PutsTextsAtCellsAndFlipsAxis()
    {
        var chart = Chart.AnnotatedHeatmap<int, string, string, string>(
            [[1, 2]], [["one", "two"]], X: new[] { "C1", "C2" }, Y: new[] { "R1" }, ReverseYAxis: true, UseDefaults: false);

        AssertJson(
            """
            {"yaxis":{"autorange":"reversed"},"annotations":[
              {"x":"C1","y":"R1","showarrow":false,"text":"one"},{"x":"C2","y":"R1","showarrow":false,"text":"two"}]}
            """,
            Layout(chart));
    }

    [Fact]
    public void Image_WithChannels_WritesThreeDimensions() =>
        AssertTraces(
            """{"type":"image","z":[[[0,0,255],[255,255,0]]],"colormodel":"hsl"}""",
            Chart.Image<string>(Z: new int[][][] { [[0, 0, 255], [255, 255, 0]] }, ColorModel: StyleParam.ColorModel.HSL, UseDefaults: false));

    [Fact]
    public void AxisStyles_WithTitleAndRange_WriteAxes() =>
        AssertJson(
            """{"xaxis":{"title":{"text":"steps"},"range":[-1.0,10.0]},"yaxis":{"title":{"text":"loss"},"type":"log"}}""",
            Layout(Chart.Point<double, double, string>(X, Y, UseDefaults: false)
                .WithXAxisStyle<double, double, string>(TitleText: "steps", MinMax: Tuple.Create(-1.0, 10.0))
                .WithYAxisStyle<double, double, string>(TitleText: "loss", AxisType: StyleParam.AxisType.Log)));

    [Fact]
    public void SecondAxis_OverFirst_WritesSideAndOverlaying() =>
        AssertJson(
            """{"yaxis":{"title":{"text":"axis 1"},"side":"left"},"yaxis2":{"title":{"text":"axis2"},"side":"right","overlaying":"y"}}""",
            Layout(Chart.Combine(
                [
                    Chart.Line<double, double, string>(X, Y, UseDefaults: false).WithAxisAnchor(Y: 1),
                    Chart.Line<double, double, string>(X, Y, UseDefaults: false).WithAxisAnchor(Y: 2),
                ])
                .WithYAxisStyle<double, double, string>(TitleText: "axis 1", Side: StyleParam.Side.Left, Id: SubPlotId.NewYAxis(1))
                .WithYAxisStyle<double, double, string>(
                    TitleText: "axis2", Side: StyleParam.Side.Right, Overlaying: LinearAxisId.NewY(1), Id: SubPlotId.NewYAxis(2))));

    [Fact]
    public void Grid_TwoByTwo_PlacesAxesAndTitles()
    {
        var point = Chart.Point<int, int, string>([1], [2], UseDefaults: false)
            .WithXAxisStyle<int, int, string>(TitleText: "x");
        var chart = Chart.Grid([point, point, point, point], 2, 2, SubPlotTitles: new[] { "1,1", "1,2", "2,1", "2,2" });

        AssertJson(
            """
            {"xaxis":{"title":{"text":"x"}},"yaxis":{},"xaxis2":{"title":{"text":"x"}},"yaxis2":{},"xaxis3":{"title":{"text":"x"}},"yaxis3":{},"xaxis4":{"title":{"text":"x"}},"yaxis4":{},
             "annotations":[
              {"x":0.22222222222222224,"y":1.0,"showarrow":false,"text":"1,1","xanchor":"center","xref":"paper","yanchor":"bottom","yref":"paper"},
              {"x":0.7777777777777778,"y":1.0,"showarrow":false,"text":"1,2","xanchor":"center","xref":"paper","yanchor":"bottom","yref":"paper"},
              {"x":0.22222222222222224,"y":0.4117647058823529,"showarrow":false,"text":"2,1","xanchor":"center","xref":"paper","yanchor":"bottom","yref":"paper"},
              {"x":0.7777777777777778,"y":0.4117647058823529,"showarrow":false,"text":"2,2","xanchor":"center","xref":"paper","yanchor":"bottom","yref":"paper"}],
             "grid":{"rows":2,"columns":2,"roworder":"top to bottom","pattern":"independent"}}
            """,
            Layout(chart));
        Assert.Equal(["x", "x2", "x3", "x4"], Traces(chart).Select(trace => (string?)trace!["xaxis"]));
    }

    [Fact]
    public void SingleStack_Coupled_SharesTheXAxis()
    {
        var line = Chart.Line<double, double, string>(X, Y, UseDefaults: false);
        var traces = Traces(Chart.SingleStack([line, line, line], Pattern: LayoutGridPattern.Coupled));

        Assert.Equal(["x", "x", "x"], traces.Select(trace => (string?)trace!["xaxis"]));
        Assert.Equal(["y", "y2", "y3"], traces.Select(trace => (string?)trace!["yaxis"]));
    }

    [Fact]
    public void Line_WithNotANumber_WritesGap() =>
        AssertTraces(
            """{"type":"scatter","mode":"lines","x":[1.0,2.0],"y":[null,0.1],"marker":{},"line":{}}""",
            Chart.Line<float, float, string>([1, 2], [float.NaN, 0.1f], UseDefaults: false));

    [Fact]
    public void Json_WithMarkupInName_CannotEndAScript() =>
        Assert.DoesNotContain("</script>", GenericChart.toChartHTML(
            Chart.Line<double, double, string>(X, Y, Name: "</script>"))[..^"</script>".Length], StringComparison.Ordinal);

    [Fact]
    public void Extensions_OnAChart_LeaveItAsItWas()
    {
        var chart = Chart.Line<double, double, string>(X, Y, UseDefaults: false);
        var before = GenericChart.toFigureJson(chart);

        _ = chart.WithTitle("title").WithSize(1, 1).WithTraceInfo(Name: "other").WithLineStyle(Width: 3.0)
            .WithXAxisStyle<double, double, string>(TitleText: "x");

        Assert.Equal(before, GenericChart.toFigureJson(chart));
    }

    [Fact]
    public void WithLayout_PropertiesByName_AreWritten()
    {
        dynamic layout = new Layout();
        layout.template = new Dictionary<string, object> { ["layout"] = new Dictionary<string, object> { ["colorway"] = new[] { "#0072b2" } } };

        AssertJson(
            """{"template":{"layout":{"colorway":["#0072b2"]}}}""",
            Layout(Plotly.NET.GenericChartExtensions.WithLayout(Chart.Line<double, double, string>(X, Y, UseDefaults: false), (Layout)layout)));
    }

    [Fact]
    public void Combine_NoCharts_SaysSo() => Assert.Throws<ArgumentException>(() => Chart.Combine([]));

    [Theory]
    [InlineData("#1f77b4", "rgba(31, 119, 180, 1.0)")]
    [InlineData("ffffff", "rgba(255, 255, 255, 1.0)")]
    public void FromHex_Digits_WritesRgba(string hex, string expected) => Assert.Equal(expected, Color.fromHex(hex).Value);

    [Fact]
    public void FromHex_OtherText_Throws() => Assert.Throws<ArgumentException>(() => Color.fromHex("#12"));

    private static JsonArray Traces(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!["data"]!.AsArray();

    private static string Layout(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!["layout"]!.ToJsonString();

    // The order of attributes is part of what is compared: files with outputs then differ only where charts do.
    private static void AssertTraces(string expected, GenericChart chart) =>
        Assert.StartsWith($$"""{"data":[{{expected}}]""", GenericChart.toFigureJson(chart).Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");
}
