using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A line, rectangle, circle or path drawn over or under the traces.</summary>
public class Shape : DynamicObj.DynamicObj
{
    public static Shape init<a, b, c, d>(
        FSharpOption<bool>? Editable = null, FSharpOption<Color>? FillColor = null, FSharpOption<StyleParam.FillRule>? FillRule = null,
        FSharpOption<ShapeLabel>? Label = null, FSharpOption<bool>? ShowLegend = null, FSharpOption<StyleParam.SubPlotId>? Legend = null,
        FSharpOption<int>? LegendRank = null, FSharpOption<string>? LegendGroup = null, FSharpOption<Title>? LegendGroupTitle = null,
        FSharpOption<double>? LegendWidth = null, FSharpOption<StyleParam.Layer>? Layer = null, FSharpOption<Line>? Line = null,
        FSharpOption<string>? Name = null, FSharpOption<double>? Opacity = null, FSharpOption<string>? Path = null,
        FSharpOption<string>? TemplateItemName = null, FSharpOption<StyleParam.ShapeType>? ShapeType = null, FSharpOption<bool>? Visible = null,
        FSharpOption<a>? X0 = null, FSharpOption<b>? X1 = null, FSharpOption<StyleParam.LinearAxisId>? XAnchor = null,
        FSharpOption<string>? Xref = null, FSharpOption<StyleParam.ShapeSizeMode>? XSizeMode = null, FSharpOption<c>? Y0 = null,
        FSharpOption<d>? Y1 = null, FSharpOption<StyleParam.LinearAxisId>? YAnchor = null, FSharpOption<string>? Yref = null,
        FSharpOption<StyleParam.ShapeSizeMode>? YSizeMode = null)
        where a : IConvertible where b : IConvertible where c : IConvertible where d : IConvertible =>
        new Shape()
            .Set(Editable).Set(FillColor).Set(FillRule).Set(Label).Set(ShowLegend).Set(Legend).Set(LegendRank).Set(LegendGroup).Set(LegendGroupTitle)
            .Set(LegendWidth).Set(Layer).Set(Line).Set(Name).Set(Opacity).Set(Path).Set(TemplateItemName).Set("type", ShapeType).Set(Visible).Set(X0)
            .Set(X1).Set(XAnchor).Set(Xref).Set(XSizeMode).Set(Y0).Set(Y1).Set(YAnchor).Set(Yref).Set(YSizeMode);
}
