using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>The distribution of the values of Y as a smooth shape, one for each value of X.</summary>
    public static GenericChart Violin<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> FillColor = default, Optional<double> Opacity = default, Optional<StyleParam.BoxPoints> Points = default,
        Optional<double> Jitter = default, Optional<double> PointPos = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<double> Width = default, Optional<Color> MarkerColor = default, Optional<Marker> Marker = default,
        Optional<Color> OutlineColor = default, Optional<double> OutlineWidth = default, Optional<Line> Outline = default,
        Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default, Optional<bool> ShowBox = default,
        Optional<double> BoxWidth = default, Optional<Color> BoxFillColor = default, Optional<Box> Box = default,
        Optional<double> BandWidth = default, Optional<MeanLine> MeanLine = default, Optional<string> ScaleGroup = default,
        Optional<StyleParam.ScaleMode> ScaleMode = default, Optional<StyleParam.ViolinSide> Side = default, Optional<StyleParam.Range> Span = default,
        Optional<StyleParam.SpanMode> SpanMode = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace("violin")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(Y).SetSingleOrMany("text", Text, MultiText).Set(Orientation).Set(Width)
            .Set(AlignmentGroup).Set(OffsetGroup)
            .Set("marker", Marker.Copied().Set("color", MarkerColor))
            .Set("line", Outline.Copied().Set("color", OutlineColor).Set("width", OutlineWidth))
            .Set("box", Box.Copied().Set("visible", ShowBox).Set("width", BoxWidth).Set("fillcolor", BoxFillColor))
            .Set(FillColor).Set(Points).Set(Jitter).Set(PointPos).Set(BandWidth).Set(MeanLine).Set(ScaleGroup).Set(ScaleMode)
            .Set(Side).Set(Span).Set(SpanMode)
            .ToChart(UseDefaults);
}
