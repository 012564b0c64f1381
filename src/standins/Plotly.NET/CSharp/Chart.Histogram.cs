using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>The distribution of the values of X (vertical bars) or of Y (horizontal bars).</summary>
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.HistFunc> HistFunc = default,
        Optional<StyleParam.HistNorm> HistNorm = default, Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<int> NBinsX = default, Optional<int> NBinsY = default, Optional<string> BinGroup = default, Optional<Bins> XBins = default,
        Optional<Bins> YBins = default, Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<Line> Line = default,
        Optional<Error> XError = default, Optional<Error> YError = default, Optional<Cumulative> Cumulative = default,
        Optional<Hoverlabel> HoverLabel = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace("histogram")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(Y).SetSingleOrMany("text", Text, MultiText).Set(Orientation)
            .Set(HistFunc).Set(HistNorm).Set(AlignmentGroup).Set(OffsetGroup)
            .Set(NBinsX).Set(NBinsY).Set(BinGroup).Set(XBins).Set(YBins)
            .Set("marker", Marker.Copied().Set("color", MarkerColor).Set("pattern", new Pattern()))
            .Set(Line).Set("error_x", XError).Set("error_y", YError).Set(Cumulative).Set(HoverLabel)
            .ToChart(UseDefaults);

    /// <summary>How many points (x, y) there are in each cell of a grid, as colours; Z gives each point a weight.</summary>
    public static GenericChart Histogram2D<XType, YType, ZType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<IEnumerable<IEnumerable<ZType>>> Z = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<int> XGap = default, Optional<int> YGap = default,
        Optional<StyleParam.HistFunc> HistFunc = default, Optional<StyleParam.HistNorm> HistNorm = default, Optional<int> NBinsX = default,
        Optional<int> NBinsY = default, Optional<Bins> XBins = default, Optional<Bins> YBins = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible =>
        new Trace("histogram2d")
            .Named(Name, ShowLegend, Opacity).Set("x", x).Set("y", y).Set(Z).Set(XGap).Set(YGap)
            .Set(HistFunc).Set(HistNorm).Set(NBinsX).Set(NBinsY).Set(XBins).Set(YBins)
            .Scaled(ColorBar, ColorScale, ShowScale, ReverseScale).Set(ZSmooth)
            .ToChart(UseDefaults);

    /// <summary>How densely the points (x, y) lie, as contours; Z gives each point a weight.</summary>
    public static GenericChart Histogram2DContour<XType, YType, ZType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<IEnumerable<ZType>>> Z = default, Optional<StyleParam.HistFunc> HistFunc = default,
        Optional<StyleParam.HistNorm> HistNorm = default, Optional<int> NBinsX = default, Optional<int> NBinsY = default,
        Optional<string> BinGroup = default, Optional<string> XBinGroup = default, Optional<Bins> XBins = default,
        Optional<string> YBinGroup = default, Optional<Bins> YBins = default, Optional<Marker> Marker = default,
        Optional<Color> ContourLineColor = default, Optional<StyleParam.DrawingStyle> ContourLineDash = default,
        Optional<double> ContourLineSmoothing = default, Optional<Line> ContourLine = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<Contours> Contours = default, Optional<int> NContours = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible =>
        new Trace("histogram2dcontour")
            .Named(Name, ShowLegend, Opacity).Set("x", x).Set("y", y).Set(Z).Set(HistFunc).Set(HistNorm).Set(NBinsX).Set(NBinsY)
            .Set(BinGroup).Set(XBinGroup).Set(XBins).Set(YBinGroup).Set(YBins).Set(Marker)
            .Set("line", TraceStyle.ContourLine(ContourLine, ContourLineColor, ContourLineDash, ContourLineSmoothing))
            .Scaled(ColorBar, ColorScale, ShowScale, ReverseScale).Set("contours", Contours.Copied()).Set(NContours)
            .ToChart(UseDefaults);
}
