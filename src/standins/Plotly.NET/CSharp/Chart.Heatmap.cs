using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A matrix as colours; zData is a sequence of rows, the first one at the bottom unless ReverseYAxis.</summary>
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<int> YGap = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default,
        Optional<bool> Transpose = default,
        Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default,
        Optional<bool> UseDefaults = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace(UseWebGL.Or(false) ? "heatmapgl" : "heatmap")
            .Set("name", Name)
            .Set("showlegend", ShowLegend)
            .Set("opacity", Opacity)
            .Set("x", X)
            .Set("xgap", XGap)
            .Set("y", Y)
            .Set("ygap", YGap)
            .Set("z", zData)
            .SetText(Text, MultiText)
            .Set("colorbar", ColorBar)
            .Set("colorscale", ColorScale)
            .Set("showscale", ShowScale)
            .Set("reversescale", ReverseScale)
            .Set("zsmooth", ZSmooth)
            .Set("transpose", Transpose);
        var layout = new Layout();
        if (ReverseYAxis.Or(false))
        {
            layout.Set("yaxis", new LinearAxis().Set("autorange", "reversed"));
        }

        return GenericChart.Of(trace, UseDefaults.Or(true), layout);
    }

    /// <summary>A matrix as colours, with a text in each cell.</summary>
    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        IEnumerable<IEnumerable<string>> annotationText,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<int> YGap = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default,
        Optional<bool> Transpose = default,
        Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default,
        Optional<bool> UseDefaults = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace(UseWebGL.Or(false) ? "heatmapgl" : "heatmap")
            .Set("name", Name)
            .Set("showlegend", ShowLegend)
            .Set("opacity", Opacity)
            .Set("x", X)
            .Set("xgap", XGap)
            .Set("y", Y)
            .Set("ygap", YGap)
            .Set("z", zData)
            .SetText(Text, MultiText)
            .Set("colorbar", ColorBar)
            .Set("colorscale", ColorScale)
            .Set("showscale", ShowScale)
            .Set("reversescale", ReverseScale)
            .Set("zsmooth", ZSmooth)
            .Set("transpose", Transpose);
        var layout = new Layout();
        if (ReverseYAxis.Or(false))
        {
            layout.Set("yaxis", new LinearAxis().Set("autorange", "reversed"));
        }

        var columns = X.IsSome ? X.Value.Cast<object>().ToArray() : null;
        var rows = Y.IsSome ? Y.Value.Cast<object>().ToArray() : null;
        var annotations = annotationText.SelectMany((row, i) => row.Select((text, j) => new Annotation()
            .Set("x", columns is null ? j : columns[j])
            .Set("y", rows is null ? i : rows[i])
            .Set("showarrow", false)
            .Set("text", text)));
        layout.Set("annotations", annotations.ToArray());
        return GenericChart.Of(trace, UseDefaults.Or(true), layout);
    }
}
