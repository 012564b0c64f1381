using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Shares of a whole as slices.</summary>
    public static GenericChart Pie<ValuesType, LabelsType, TextType>(
        IEnumerable<ValuesType> values, Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<IEnumerable<LabelsType>> Labels = default, Optional<double> Pull = default,
        Optional<IEnumerable<double>> MultiPull = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<IEnumerable<Color>> SectionColors = default, Optional<Color> SectionOutlineColor = default,
        Optional<double> SectionOutlineWidth = default, Optional<IEnumerable<double>> SectionOutlineMultiWidth = default,
        Optional<Line> SectionOutline = default, Optional<Marker> Marker = default, Optional<StyleParam.TextInfo> TextInfo = default,
        Optional<StyleParam.Direction> Direction = default, Optional<double> Hole = default, Optional<double> Rotation = default,
        Optional<bool> Sort = default, Optional<bool> UseDefaults = default)
        where ValuesType : IConvertible where LabelsType : IConvertible where TextType : IConvertible =>
        new Trace("pie")
            .Named(Name, ShowLegend, Opacity).Set("values", values).Set(Labels).SetSingleOrMany("pull", Pull, MultiPull)
            .Texts(Text, MultiText, TextPosition, MultiTextPosition)
            .Set("marker", Marker.Copied().Set("colors", SectionColors)
                .Set("line", SectionOutline.Copied().Set("color", SectionOutlineColor).SetSingleOrMany("width", SectionOutlineWidth, SectionOutlineMultiWidth))
                .Set("opacity", MultiOpacity).Set("pattern", new Pattern()))
            .Set(TextInfo).Set(Direction).Set(Hole).Set(Rotation).Set(Sort)
            .ToChart(UseDefaults);
}
