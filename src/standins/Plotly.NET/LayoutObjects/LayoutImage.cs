using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A picture in the background or over the traces.</summary>
public class LayoutImage : DynamicObj.DynamicObj
{
    public static LayoutImage init<a, b>(
        FSharpOption<StyleParam.Layer>? Layer = null, FSharpOption<string>? Name = null, FSharpOption<double>? Opacity = null,
        FSharpOption<int>? SizeX = null, FSharpOption<int>? SizeY = null, FSharpOption<StyleParam.LayoutImageSizing>? Sizing = null,
        FSharpOption<string>? Source = null, FSharpOption<string>? TemplateItemname = null, FSharpOption<bool>? Visible = null,
        FSharpOption<a>? X = null, FSharpOption<StyleParam.XAnchorPosition>? XAnchor = null, FSharpOption<string>? XRef = null,
        FSharpOption<b>? Y = null, FSharpOption<StyleParam.YAnchorPosition>? YAnchor = null, FSharpOption<string>? YRef = null)
        where a : IConvertible where b : IConvertible =>
        new LayoutImage()
            .Set(Layer).Set(Name).Set(Opacity).Set(SizeX).Set(SizeY).Set(Sizing).Set(Source).Set(TemplateItemname).Set(Visible).Set(X).Set(XAnchor)
            .Set(XRef).Set(Y).Set(YAnchor).Set(YRef);
}
