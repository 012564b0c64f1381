using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A function of two variables as lines of equal height; zData is a sequence of rows.</summary>
    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<bool> Transpose = default, Optional<Color> ContourLineColor = default, Optional<StyleParam.DrawingStyle> ContourLineDash = default,
        Optional<double> ContourLineSmoothing = default, Optional<Line> ContourLine = default,
        Optional<StyleParam.ContourColoring> ContoursColoring = default, Optional<StyleParam.ConstraintOperation> ContoursOperation = default,
        Optional<StyleParam.ContourType> ContoursType = default, Optional<bool> ShowContourLabels = default,
        Optional<Font> ContourLabelFont = default, Optional<Contours> Contours = default, Optional<Color> FillColor = default,
        Optional<int> NContours = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace("contour")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(Y).Set("z", zData).SetSingleOrMany("text", Text, MultiText)
            .Set("line", TraceStyle.ContourLine(ContourLine, ContourLineColor, ContourLineDash, ContourLineSmoothing))
            .Scaled(ColorBar, ColorScale, ShowScale, ReverseScale)
            .Set("contours", Contours.Copied().Set("coloring", ContoursColoring).Set("operation", ContoursOperation).Set("type", ContoursType)
                .Set("showlabels", ShowContourLabels).Set("labelfont", ContourLabelFont))
            .Set(FillColor).Set(NContours).Set(Transpose)
            .ToChart(UseDefaults);
}
