using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Lines between the points (x, y), and the area down to zero.</summary>
    public static GenericChart Area<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Chart.Line(
            x, y, ShowMarkers, Name, ShowLegend, Opacity, MultiOpacity, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor,
            MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line,
            StackGroup, Orientation, GroupNorm, Fill: StyleParam.Fill.ToZero_y, FillColor, UseWebGL, UseDefaults)
            .EachTrace(trace => trace.Set("fillpattern", new Pattern()));

    /// <summary>Smooth lines through the points (x, y), and the area down to zero.</summary>
    public static GenericChart SplineArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<double> Smoothing = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Spline(
            x, y, ShowMarkers, Smoothing, Name, ShowLegend, Opacity, MultiOpacity, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor,
            MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line,
            StackGroup, Orientation, GroupNorm, Fill: StyleParam.Fill.ToZero_y, FillColor, UseWebGL, UseDefaults)
            .EachTrace(trace => trace.Set("fillpattern", new Pattern()));

    /// <summary>Areas, those of several charts on top of each other.</summary>
    public static GenericChart StackedArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<StyleParam.GroupNorm> GroupNorm = default,
        Optional<Color> FillColor = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Chart.Line(
            x, y, ShowMarkers, Name, ShowLegend, Opacity, MultiOpacity, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor,
            MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line,
            StackGroup: "stackedarea", Orientation, GroupNorm, Fill: StyleParam.Fill.ToNext_y, FillColor, UseWebGL, UseDefaults)
            .EachTrace(trace => trace.Set("fillpattern", new Pattern()));
}
