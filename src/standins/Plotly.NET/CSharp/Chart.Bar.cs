using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Horizontal bars, as long as the values.</summary>
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        new Trace("bar")
            .Named(Name, ShowLegend, Opacity).Set("x", values).Set("y", Keys).SetSingleOrMany("width", Width, MultiWidth).Set(Base)
            .Texts(Text, MultiText, TextPosition, MultiTextPosition).Set("orientation", StyleParam.Orientation.Horizontal)
            .Set("marker", TraceStyle.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MultiOpacity)
                .Set("pattern", MarkerPattern.Copied().SetSingleOrMany("shape", MarkerPatternShape, MultiMarkerPatternShape)))
            .ToChart(UseDefaults);

    /// <summary>Horizontal bars, those of several charts end to end.</summary>
    public static GenericChart StackedBar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        Bar(
            values, Keys, Name, ShowLegend, Opacity, MultiOpacity, Text, MultiText, MarkerColor, MarkerColorScale, MarkerOutline,
            MarkerPatternShape, MultiMarkerPatternShape, MarkerPattern, Marker, TextPosition, MultiTextPosition, MultiWidth, UseDefaults, Base,
            Width)
            .WithLayout(new Layout().Set("barmode", "stack"));
}
