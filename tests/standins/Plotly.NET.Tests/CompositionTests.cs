using System.Text.Json.Nodes;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.Tests;

/// <summary>Charts of several parts, and what is laid over them. The expected texts of charts are the package's own.</summary>
public class CompositionTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [2, 1.5, 5];
    private static readonly double[] Upper = [3, 2, 6];
    private static readonly double[] Lower = [1, 1, 4];

    [Fact]
    public void Range_WithNamesAndColours_WritesEdgesBeforeTheLine() => AssertFigure(
        """
        {"data":[
          {"type":"scatter","name":"lo","showlegend":true,"legendgroup":"g","mode":"lines+markers","x":[1,2,3],"y":[1,1,4],"text":"lt","fillcolor":"rgba(0, 114, 178, 1.0)","marker":{"color":"rgba(0, 114, 178, 1.0)"}},
          {"type":"scatter","name":"up","showlegend":true,"legendgroup":"g","mode":"lines+markers","x":[1,2,3],"y":[3,2,6],"text":"ut","fill":"tonexty","fillcolor":"rgba(0, 114, 178, 1.0)","marker":{"color":"rgba(0, 114, 178, 1.0)"}},
          {"type":"scatter","name":"mean","mode":"lines+markers","x":[1,2,3],"y":[2,1.5,5],"marker":{"color":"red"},"line":{"color":"rgba(213, 94, 0, 1.0)"},"legendgroup":"g","legendgrouptitle":{"text":"g"}}],
         "layout":{},"frames":[]}
        """,
        CSharp.Chart.Range<double, double, string>(
            X, Y, Upper, Lower, StyleParam.Mode.Lines_Markers, Name: "mean", GroupName: "g", RangeColor: Color.fromHex("#0072b2"),
            LineColor: Color.fromHex("#d55e00"), LowerName: "lo", UpperName: "up", MarkerColor: Color.fromString("red"), LowerText: "lt", UpperText: "ut",
            UseDefaults: false));

    [Fact]
    public void Grid_OfScenesAxesAndPies_GivesEachItsOwnPlace() => AssertFigure(
        """
        {"data":[
          {"type":"surface","z":[[1,2],[3,4]],"scene":"scene"},
          {"type":"scatter","mode":"lines","x":[1,2,3],"y":[2,1.5,5],"marker":{},"line":{},"xaxis":"x2","yaxis":"y2"},
          {"type":"scatter3d","mode":"markers","x":[1,2,3],"y":[2,1.5,5],"z":[3,2,6],"marker":{},"line":{},"scene":"scene3"},
          {"type":"pie","values":[1,2,3],"marker":{"line":{},"pattern":{}},"domain":{"row":1,"column":1}}],
         "layout":{
          "scene":{"camera":{"projection":{"type":"perspective"}},"domain":{"row":0,"column":0}},"xaxis2":{},"yaxis2":{},
          "scene3":{"camera":{"projection":{"type":"perspective"}},"domain":{"row":1,"column":0}},
          "annotations":[],"grid":{"rows":2,"columns":2,"roworder":"top to bottom","pattern":"independent"}},"frames":[]}
        """,
        CSharp.Chart.Grid(
            [
                Surface(), Line(), CSharp.Chart.Point3D<double, double, double, string>(X, Y, Upper, UseDefaults: false),
                CSharp.Chart.Pie<double, string, string>(X, UseDefaults: false),
            ],
            2, 2));

    [Fact]
    public void WithShapes_AppendFalse_ReplacesThoseBefore()
    {
        var one = Line().WithShape(Shape.init<int, int, int, int>(X0: 1, ShapeType: StyleParam.ShapeType.Rectangle));

        Assert.Equal("""[{"type":"rect","x0":1},{"x0":2}]""", Layout(one.WithShape(Shape.init<int, int, int, int>(X0: 2)))["shapes"]!.ToJsonString());
        Assert.Equal("""[{"x0":2}]""", Layout(one.WithShape(Shape.init<int, int, int, int>(X0: 2), Append: false))["shapes"]!.ToJsonString());
    }

    [Fact]
    public void WithUpdateMenu_Buttons_WritesThemInOrder()
    {
        var buttons = new[] { UpdateMenuButton.init(Label: "linear"), UpdateMenuButton.init(Label: "log", Method: StyleParam.UpdateMethod.Relayout) };

        var menu = Layout(Line().WithUpdateMenu(UpdateMenu.init(Buttons: buttons, Type: StyleParam.UpdateMenuType.Buttons)))["updatemenus"]![0]!;

        Assert.Equal("""{"buttons":[{"label":"linear"},{"label":"log","method":"relayout"}],"type":"buttons"}""", menu.ToJsonString());
    }

    [Fact]
    public void WithSliders_Twice_KeepsTheLast()
    {
        dynamic slider = new Slider();
        slider.active = 1;

        Assert.Equal("""[{"active":1}]""", Layout(Line().WithSlider(new Slider()).WithSlider((Slider)slider))["sliders"]!.ToJsonString());
    }

    [Fact]
    public void AxisStyles_OfAScene_AreItsOwn()
    {
        var chart = Surface()
            .WithXAxisStyle<double, double, string>(TitleText: "depth", Id: StyleParam.SubPlotId.NewScene(1))
            .WithZAxisStyle(Title.init("loss"));

        Assert.Equal(
            """{"camera":{"projection":{"type":"perspective"}},"xaxis":{"title":{"text":"depth"}},"zaxis":{"title":{"text":"loss"}}}""",
            Layout(chart)["scene"]!.ToJsonString());
    }

    [Fact]
    public void WithYErrorStyle_Asymmetric_WritesBothArrays()
    {
        var trace = JsonNode.Parse(GenericChart.toFigureJson(Line().WithYErrorStyle<double, double>(Array: Upper, Arrayminus: Lower)))!["data"]![0]!;

        Assert.Equal("""{"array":[3.0,2.0,6.0],"arrayminus":[1.0,1.0,4.0]}""", trace["error_y"]!.ToJsonString());
    }

    [Fact]
    public void DefaultTemplate_Set_IsWrittenIntoChartsWithDefaults()
    {
        try
        {
            var scatter = new Trace("scatter");
            scatter.SetProperty("opacity", 0.5);
            Defaults.DefaultTemplate = Template.init<Trace>(new Layout(), TraceTemplates: new[] { scatter });

            var layout = Layout(CSharp.Chart.Line<double, double, string>(X, Y));

            Assert.Equal("""{"layout":{},"data":{"scatter":[{"type":"scatter","opacity":0.5}]}}""", layout["template"]!.ToJsonString());
            Assert.Null(Layout(Line())["template"]);
        }
        finally
        {
            Defaults.reset();
        }
    }

    private static GenericChart Line() => CSharp.Chart.Line<double, double, string>(X, Y, UseDefaults: false);

    private static GenericChart Surface() => CSharp.Chart.Surface<double, double, double, string>([[1, 2], [3, 4]], UseDefaults: false);

    private static JsonNode Layout(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!["layout"]!;

    private static void AssertFigure(string expected, GenericChart chart)
    {
        var actual = GenericChart.toFigureJson(chart);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");
    }
}
