using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The label that shows a slider's value.</summary>
public class SliderCurrentValue : DynamicObj.DynamicObj
{
    public static SliderCurrentValue init(
        FSharpOption<Font>? Font = null, FSharpOption<int>? Offset = null, FSharpOption<string>? Prefix = null, FSharpOption<string>? Suffix = null,
        FSharpOption<bool>? Visible = null, FSharpOption<StyleParam.XAnchorPosition>? XAnchor = null) =>
        new SliderCurrentValue()
            .Set(Font).Set(Offset).Set(Prefix).Set(Suffix).Set(Visible).Set(XAnchor);
}
