using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Horizontal bars, as long as the values.</summary>
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default,
        Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default,
        Optional<ValuesType> Base = default,
        Optional<ValuesType> Width = default)
        where ValuesType : IConvertible
        where KeysType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace("bar")
            .Set("name", Name)
            .Set("showlegend", ShowLegend)
            .Set("opacity", Opacity)
            .Set("x", values)
            .Set("y", Keys)
            .SetSingleOrMany("width", Width, MultiWidth)
            .Set("base", Base)
            .SetText(Text, MultiText)
            .SetSingleOrMany("textposition", TextPosition, MultiTextPosition)
            .Set("orientation", StyleParam.Orientation.Horizontal)
            .Set("marker", Style.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MultiOpacity)
                .Set("pattern", Style.Pattern(MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape)));
        return GenericChart.Of(trace, UseDefaults.Or(true));
    }

    /// <summary>Horizontal bars, those of several charts end to end.</summary>
    public static GenericChart StackedBar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default,
        Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default,
        Optional<ValuesType> Base = default,
        Optional<ValuesType> Width = default)
        where ValuesType : IConvertible
        where KeysType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace("bar")
            .Set("name", Name)
            .Set("showlegend", ShowLegend)
            .Set("opacity", Opacity)
            .Set("x", values)
            .Set("y", Keys)
            .SetSingleOrMany("width", Width, MultiWidth)
            .Set("base", Base)
            .SetText(Text, MultiText)
            .SetSingleOrMany("textposition", TextPosition, MultiTextPosition)
            .Set("orientation", StyleParam.Orientation.Horizontal)
            .Set("marker", Style.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MultiOpacity)
                .Set("pattern", Style.Pattern(MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape)));
        return GenericChart.Of(trace, UseDefaults.Or(true), new Layout().Set("barmode", "stack"));
    }
}
