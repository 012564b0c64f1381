using Microsoft.FSharp.Core;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

public static partial class GenericChartExtensions
{
    /// <summary>Name, visibility and legend entry of every trace of the chart.</summary>
    public static GenericChart WithTraceInfo(
        this GenericChart @this, FSharpOption<string>? Name = null, FSharpOption<StyleParam.Visible>? Visible = null,
        FSharpOption<bool>? ShowLegend = null, FSharpOption<int>? LegendRank = null, FSharpOption<string>? LegendGroup = null,
        FSharpOption<Title>? LegendGroupTitle = null) =>
        @this.MapTraces((trace, _) => Merge.Copy(trace)
            .Set(Name).Set(Visible).Set(ShowLegend).Set(LegendRank).Set(LegendGroup).Set(LegendGroupTitle));

    /// <summary>Moves every trace of the chart to the axes with these numbers.</summary>
    public static GenericChart WithAxisAnchor(this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null)
    {
        var x = X is null ? null : FSharpOption<StyleParam.LinearAxisId>.Some(StyleParam.LinearAxisId.NewX(X.Value));
        var y = Y is null ? null : FSharpOption<StyleParam.LinearAxisId>.Some(StyleParam.LinearAxisId.NewY(Y.Value));
        return @this.MapTraces((trace, _) => Merge.Copy(trace).Set("xaxis", x).Set("yaxis", y));
    }

    public static GenericChart WithMarker(this GenericChart @this, Marker marker) =>
        @this.WithPart("marker", marker);

    public static GenericChart WithMarkerStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<IEnumerable<Color>>? Colors = null, FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null, FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null, FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null, FSharpOption<Pattern>? Pattern = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null, FSharpOption<IEnumerable<int>>? MultiSize = null,
        FSharpOption<int>? SizeMin = null, FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null, FSharpOption<int>? SizeRef = null,
        FSharpOption<StyleParam.MarkerSymbol>? Symbol = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        @this.WithMarker(Marker.init(
            AutoColorScale: AutoColorScale, CAuto: CAuto, CMax: CMax, CMid: CMid, CMin: CMin, Color: Color, Colors: Colors, ColorAxis: ColorAxis,
            ColorBar: ColorBar, Colorscale: Colorscale, Gradient: Gradient, Outline: Outline, MaxDisplayed: MaxDisplayed, Opacity: Opacity,
            MultiOpacity: MultiOpacity, Pattern: Pattern, ReverseScale: ReverseScale, ShowScale: ShowScale, Size: Size, MultiSize: MultiSize,
            SizeMin: SizeMin, SizeMode: SizeMode, SizeRef: SizeRef, Symbol: Symbol, MultiSymbol: MultiSymbol, Symbol3D: Symbol3D,
            MultiSymbol3D: MultiSymbol3D, OutlierColor: OutlierColor, OutlierWidth: OutlierWidth));

    public static GenericChart WithLine(this GenericChart @this, Line line) =>
        @this.WithPart("line", line);

    public static GenericChart WithLineStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<bool>? ReverseScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.DrawingStyle>? Dash = null, FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null, FSharpOption<IEnumerable<double>>? MultiWidth = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<double>? OutlierWidth = null) =>
        @this.WithLine(Line.init(
            AutoColorScale: AutoColorScale, CAuto: CAuto, CMax: CMax, CMid: CMid, CMin: CMin, Color: Color, ColorAxis: ColorAxis,
            Colorscale: Colorscale, ReverseScale: ReverseScale, ShowScale: ShowScale, ColorBar: ColorBar, Dash: Dash, Shape: Shape,
            Simplify: Simplify, Smoothing: Smoothing, Width: Width, MultiWidth: MultiWidth, OutlierColor: OutlierColor, OutlierWidth: OutlierWidth));

    public static GenericChart WithColorBar(this GenericChart @this, ColorBar colorbar) =>
        @this.WithPart("colorbar", colorbar);

    public static GenericChart WithColorbar(
        this GenericChart @this, Title title, FSharpOption<double>? Length = null, FSharpOption<Color>? OutlineColor = null,
        FSharpOption<Color>? BorderColor = null, FSharpOption<Color>? BGColor = null) =>
        @this.WithColorBar(new ColorBar().Set("title", title).Set("len", Length).Set(OutlineColor).Set(BorderColor).Set(BGColor));

    public static GenericChart WithXError(this GenericChart @this, Error xError) =>
        @this.WithPart("error_x", xError);

    /// <summary>Error bars along x: Array upwards, and Arrayminus downwards where it is given.</summary>
    public static GenericChart WithXErrorStyle<m, n>(
        this GenericChart @this, FSharpOption<IEnumerable<m>>? Array = null, FSharpOption<IEnumerable<n>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where m : IConvertible where n : IConvertible =>
        @this.WithXError(new Error().Set(Symmetric).Set(Array).Set(Arrayminus).Set(Color).Set(Thickness).Set(Width));

    public static GenericChart WithYError(this GenericChart @this, Error yError) =>
        @this.WithPart("error_y", yError);

    /// <summary>Error bars along y: Array upwards, and Arrayminus downwards where it is given.</summary>
    public static GenericChart WithYErrorStyle<k, l>(
        this GenericChart @this, FSharpOption<IEnumerable<k>>? Array = null, FSharpOption<IEnumerable<l>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where k : IConvertible where l : IConvertible =>
        @this.WithYError(new Error().Set(Symmetric).Set(Array).Set(Arrayminus).Set(Color).Set(Thickness).Set(Width));

    public static GenericChart WithZError(this GenericChart @this, Error zError) =>
        @this.WithPart("error_z", zError);

    /// <summary>Error bars along z: Array upwards, and Arrayminus downwards where it is given.</summary>
    public static GenericChart WithZErrorStyle<i, j>(
        this GenericChart @this, FSharpOption<IEnumerable<i>>? Array = null, FSharpOption<IEnumerable<j>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where i : IConvertible where j : IConvertible =>
        @this.WithZError(new Error().Set(Symmetric).Set(Array).Set(Arrayminus).Set(Color).Set(Thickness).Set(Width));

    private static GenericChart WithPart(this GenericChart chart, string name, DynamicObj.DynamicObj part) =>
        chart.MapTraces((trace, _) => Merge.Objects(trace, new Trace(trace.Type).Set(name, part)));
}
