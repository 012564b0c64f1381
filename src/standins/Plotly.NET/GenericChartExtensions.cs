using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

/// <summary>Styles a chart: each returns the chart with something added, the one it is called on stays as it was.</summary>
public static class GenericChartExtensions
{
    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.WithLayout(new Layout().Set("title", Title.init(title, TitleFont)));

    /// <summary>Width and height in pixels.</summary>
    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.WithLayout(new Layout().Set("width", width).Set("height", height));

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.WithLayout(new Layout().Set("showlegend", showlegend));

    public static GenericChart WithMargin(this GenericChart @this, Margin margin) =>
        @this.WithLayout(new Layout().Set("margin", margin));

    /// <summary>Adds the attributes of the layout to those that the chart has.</summary>
    public static GenericChart WithLayout(this GenericChart @this, Layout layout) =>
        GenericChart.setLayout(Merge.Layouts(GenericChart.getLayout(@this), layout), @this);

    public static GenericChart WithConfig(this GenericChart @this, Config config) => GenericChart.setConfig(config, @this);

    /// <summary>Moves every trace of the chart to the axes with these numbers.</summary>
    public static GenericChart WithAxisAnchor(this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null) =>
        @this.MapTraces((trace, _) =>
        {
            var moved = Merge.Copy(trace);
            if (X is not null)
            {
                moved.Set("xaxis", StyleParam.LinearAxisId.NewX(X.Value));
            }

            return Y is null ? moved : moved.Set("yaxis", StyleParam.LinearAxisId.NewY(Y.Value));
        });

    public static GenericChart WithMarker(this GenericChart @this, Marker marker) =>
        @this.MapTraces((trace, _) => Merge.Objects(trace, new Trace(trace.Type).Set("marker", marker)));

    public static GenericChart WithMarkerStyle(
        this GenericChart @this,
        FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null,
        FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<IEnumerable<Color>>? Colors = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null,
        FSharpOption<int>? MaxDisplayed = null,
        FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null,
        FSharpOption<Pattern>? Pattern = null,
        FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null,
        FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null,
        FSharpOption<int>? SizeMin = null,
        FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null,
        FSharpOption<int>? SizeRef = null,
        FSharpOption<StyleParam.MarkerSymbol>? Symbol = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null,
        FSharpOption<int>? OutlierWidth = null) =>
        @this.WithMarker(new Marker()
            .SetSingleOrMany("color", Color, Colors)
            .SetSingleOrMany("opacity", Opacity, MultiOpacity)
            .SetSingleOrMany("size", Size, MultiSize)
            .SetSingleOrMany("symbol", Symbol, MultiSymbol)
            .SetSingleOrMany("symbol", Symbol3D, MultiSymbol3D)
            .Set("autocolorscale", AutoColorScale)
            .Set("cauto", CAuto)
            .Set("cmax", CMax)
            .Set("cmid", CMid)
            .Set("cmin", CMin)
            .Set("coloraxis", ColorAxis)
            .Set("colorbar", ColorBar)
            .Set("colorscale", Colorscale)
            .Set("gradient", Gradient)
            .Set("line", Outline)
            .Set("maxdisplayed", MaxDisplayed)
            .Set("pattern", Pattern)
            .Set("reversescale", ReverseScale)
            .Set("showscale", ShowScale)
            .Set("sizemin", SizeMin)
            .Set("sizemode", SizeMode)
            .Set("sizeref", SizeRef)
            .Set("outliercolor", OutlierColor)
            .Set("outlierwidth", OutlierWidth));

    public static GenericChart WithLine(this GenericChart @this, Line line) =>
        @this.MapTraces((trace, _) => Merge.Objects(trace, new Trace(trace.Type).Set("line", line)));

    public static GenericChart WithLineStyle(
        this GenericChart @this,
        FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null,
        FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null,
        FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null,
        FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null,
        FSharpOption<double>? Width = null,
        FSharpOption<IEnumerable<double>>? MultiWidth = null,
        FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        @this.WithLine(new Line()
            .SetSingleOrMany("width", Width, MultiWidth)
            .Set("autocolorscale", AutoColorScale)
            .Set("cauto", CAuto)
            .Set("cmax", CMax)
            .Set("cmid", CMid)
            .Set("cmin", CMin)
            .Set("color", Color)
            .Set("coloraxis", ColorAxis)
            .Set("colorscale", Colorscale)
            .Set("reversescale", ReverseScale)
            .Set("showscale", ShowScale)
            .Set("colorbar", ColorBar)
            .Set("dash", Dash)
            .Set("shape", Shape)
            .Set("simplify", Simplify)
            .Set("smoothing", Smoothing)
            .Set("outliercolor", OutlierColor)
            .Set("outlierwidth", OutlierWidth));
}
