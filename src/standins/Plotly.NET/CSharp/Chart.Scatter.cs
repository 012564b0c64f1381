using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Points, lines or texts at (x, y), as mode says.</summary>
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace(UseWebGL.Or(false) ? "scattergl" : "scatter")
            .Named(Name, ShowLegend, Opacity).Set("mode", mode)
            .Set("x", x).Set("y", y).Texts(Text, MultiText, TextPosition, MultiTextPosition)
            .Set(StackGroup).Set(Orientation).Set(GroupNorm)
            .Set("marker", TraceStyle.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MultiOpacity, MarkerSymbol, MultiMarkerSymbol))
            .Set("line", TraceStyle.Line(Line, LineColor, LineColorScale, LineWidth, LineDash)).Set(Fill).Set(FillColor)
            .ToChart(UseDefaults);

    /// <summary>A mark at each (x, y).</summary>
    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, StyleParam.Mode.Markers.WithText(TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, MultiOpacity,
            Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol,
            Marker, StackGroup: StackGroup, Orientation: Orientation, GroupNorm: GroupNorm, UseWebGL: UseWebGL, UseDefaults: UseDefaults);

    /// <summary>A mark at each (x, y), its diameter in pixels from sizes.</summary>
    public static GenericChart Bubble<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<int> sizes, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, StyleParam.Mode.Markers.WithText(TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, MultiOpacity,
            Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol,
            Marker: Marker.Copied().Set("size", sizes), LineColor, LineColorScale, LineWidth, LineDash, Line, StackGroup, Orientation, GroupNorm,
            UseWebGL: UseWebGL, UseDefaults: UseDefaults);
}
