using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Median, quartiles and outliers of the values of Y, a box for each value of X.</summary>
    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> FillColor = default, Optional<Color> MarkerColor = default, Optional<Marker> Marker = default,
        Optional<double> Opacity = default, Optional<double> WhiskerWidth = default, Optional<StyleParam.BoxPoints> BoxPoints = default,
        Optional<StyleParam.BoxMean> BoxMean = default, Optional<double> Jitter = default, Optional<double> PointPos = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<Color> OutlineColor = default, Optional<double> OutlineWidth = default,
        Optional<Line> Outline = default, Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<bool> Notched = default, Optional<double> NotchWidth = default, Optional<StyleParam.QuartileMethod> QuartileMethod = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace("box")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(Y).SetSingleOrMany("text", Text, MultiText).Set(Orientation).Set(AlignmentGroup).Set(OffsetGroup)
            .Set("marker", Marker.Copied().Set("color", MarkerColor))
            .Set("line", Outline.Copied().Set("color", OutlineColor).Set("width", OutlineWidth))
            .Set(FillColor).Set(WhiskerWidth).Set(BoxPoints).Set(BoxMean).Set(Jitter).Set(PointPos).Set(Notched).Set(NotchWidth).Set(QuartileMethod)
            .ToChart(UseDefaults);
}
