using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A mark at each (x, y, z).</summary>
    public static GenericChart Point3D<XType, YType, ZType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<ZType> z, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol3D> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol3D>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Projection> Projection = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible where TextType : IConvertible =>
        Scatter3D(
            x, y, z, StyleParam.Mode.Markers.WithText(TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, MultiOpacity,
            Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol,
            Marker, Projection: Projection, UseDefaults: UseDefaults);

    /// <summary>Straight lines between the points (x, y, z), in the order given.</summary>
    public static GenericChart Line3D<XType, YType, ZType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<ZType> z, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol3D> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol3D>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<Projection> Projection = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible where TextType : IConvertible =>
        Scatter3D(
            x, y, z, StyleParam.Mode.Lines.WithMarkers(ShowMarkers).WithText(TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend,
            Opacity, MultiOpacity, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol,
            MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line, Projection, UseDefaults);

    /// <summary>A mark at each (x, y, z), its diameter from sizes.</summary>
    public static GenericChart Bubble3D<XType, YType, ZType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<ZType> z, IEnumerable<int> sizes, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol3D> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol3D>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Projection> Projection = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible where TextType : IConvertible =>
        Scatter3D(
            x, y, z, StyleParam.Mode.Markers.WithText(TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, MultiOpacity,
            Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol,
            Marker: Marker.Copied().Set("size", sizes), Projection: Projection, UseDefaults: UseDefaults)
            .EachTrace(trace => trace.RemoveProperty("line"));
}
