using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A dropdown or a row of buttons that call a method of plotly.js.</summary>
public class UpdateMenu : DynamicObj.DynamicObj
{
    public static UpdateMenu init(
        FSharpOption<int>? Active = null, FSharpOption<Color>? BGColor = null, FSharpOption<Color>? BorderColor = null,
        FSharpOption<IEnumerable<UpdateMenuButton>>? Buttons = null, FSharpOption<StyleParam.UpdateMenuDirection>? Direction = null,
        FSharpOption<Font>? Font = null, FSharpOption<string>? Name = null, FSharpOption<Padding>? Pad = null, FSharpOption<bool>? ShowActive = null,
        FSharpOption<string>? TemplateItemName = null, FSharpOption<StyleParam.UpdateMenuType>? Type = null, FSharpOption<bool>? Visible = null,
        FSharpOption<double>? X = null, FSharpOption<StyleParam.XAnchorPosition>? XAnchor = null, FSharpOption<double>? Y = null,
        FSharpOption<StyleParam.YAnchorPosition>? YAnchor = null) =>
        new UpdateMenu()
            .Set(Active).Set(BGColor).Set(BorderColor).Set(Buttons).Set(Direction).Set(Font).Set(Name).Set(Pad).Set(ShowActive).Set(TemplateItemName)
            .Set(Type).Set(Visible).Set(X).Set(XAnchor).Set(Y).Set(YAnchor);
}
