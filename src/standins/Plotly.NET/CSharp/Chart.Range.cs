using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A line with a band around it, from lower to upper.</summary>
    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower, StyleParam.Mode mode,
        Optional<string> Name = default, Optional<string> GroupName = default, Optional<bool> ShowMarkers = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Marker> UpperMarker = default, Optional<Marker> LowerMarker = default,
        Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default, Optional<Line> UpperLine = default,
        Optional<Line> LowerLine = default, Optional<Color> RangeColor = default, Optional<TextType> UpperText = default,
        Optional<IEnumerable<TextType>> MultiUpperText = default, Optional<TextType> LowerText = default,
        Optional<IEnumerable<TextType>> MultiLowerText = default, Optional<Font> TextFont = default, Optional<string> LowerName = default,
        Optional<string> UpperName = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var group = GroupName.Or("Range");
        var shown = mode.WithMarkers(ShowMarkers).WithText(TextPosition.IsSome || TextFont.IsSome);
        var edge = Color.fromString("rgba(0,0,0,0.5)");

        GenericChart Edge(string name, IEnumerable<YType> y, Optional<TextType> text, Optional<IEnumerable<TextType>> texts, Optional<Line> line, Optional<Marker> marker) =>
            new Trace("scatter")
                .Named(name, ShowLegend.Or(true), default).Set("legendgroup", group).Set("mode", shown)
                .Set("x", x).Set("y", y).SetSingleOrMany("text", text, texts).Set(TextPosition).Set(TextFont)
                .Set("line", line).Set("fillcolor", RangeColor).Set("marker", marker.Copied().Set("color", RangeColor.Or(edge)))
                .ToChart(UseDefaults);

        return GenericChart.combine(
        [
            Edge(LowerName.Or("lower"), lower, LowerText, MultiLowerText, LowerLine, LowerMarker),
            Edge(UpperName.Or("upper"), upper, UpperText, MultiUpperText, UpperLine, UpperMarker)
                .EachTrace(trace => trace.Set("fill", StyleParam.Fill.ToNext_y)),
            Scatter(
                x, y, shown, Name, ShowLegend, default, default, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale,
                MarkerOutline, MarkerSymbol, MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line, UseDefaults: UseDefaults)
                .EachTrace(trace => trace.Set("legendgroup", group).Set("legendgrouptitle", new Title().Set("text", group))),
        ]);
    }
}
