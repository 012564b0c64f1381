using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>One step of a slider.</summary>
public class SliderStep : DynamicObj.DynamicObj
{
    public static SliderStep init(
        FSharpOption<IEnumerable<Tuple<string, object>>>? Args, FSharpOption<bool>? Execute, FSharpOption<string>? Label,
        FSharpOption<StyleParam.Method>? Method, FSharpOption<string>? Name, FSharpOption<string>? TemplateItemName, FSharpOption<string>? Value,
        FSharpOption<bool>? Visible) =>
        new SliderStep()
            .Set(Args).Set(Execute).Set(Label).Set(Method).Set(Name).Set(TemplateItemName).Set(Value).Set(Visible);
}
