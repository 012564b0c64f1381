using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>One button of an update menu.</summary>
public class UpdateMenuButton : DynamicObj.DynamicObj
{
    public static UpdateMenuButton init(
        FSharpOption<IEnumerable<DynamicObj.DynamicObj>>? Args = null, FSharpOption<IEnumerable<DynamicObj.DynamicObj>>? Args2 = null,
        FSharpOption<bool>? Execute = null, FSharpOption<string>? Label = null, FSharpOption<StyleParam.UpdateMethod>? Method = null,
        FSharpOption<string>? Name = null, FSharpOption<string>? TemplateItemName = null, FSharpOption<bool>? Visible = null) =>
        new UpdateMenuButton()
            .Set(Args).Set(Args2).Set(Execute).Set(Label).Set(Method).Set(Name).Set(TemplateItemName).Set(Visible);
}
