using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A matrix as colours; zData is a sequence of rows, the first one at the bottom unless ReverseYAxis.</summary>
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace(UseWebGL.Or(false) ? "heatmapgl" : "heatmap")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(XGap).Set(Y).Set(YGap).Set("z", zData)
            .SetSingleOrMany("text", Text, MultiText)
            .Scaled(ColorBar, ColorScale, ShowScale, ReverseScale).Set(ZSmooth).Set(Transpose)
            .ToChart(UseDefaults, TraceStyle.Flipped(ReverseYAxis));

    /// <summary>A matrix as colours, with a text in each cell.</summary>
    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default,
        Optional<int> XGap = default, Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Heatmap(
            zData, Name, ShowLegend, Opacity, X, XGap, Y, YGap, Text, MultiText, ColorBar, ColorScale, ShowScale, ReverseScale, ZSmooth,
            Transpose, UseWebGL, ReverseYAxis, UseDefaults)
            .WithLayout(new Layout().Set("annotations", TraceStyle.CellTexts(annotationText, X, Y)));
}
