using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>How ticks are written within a range of zoom.</summary>
public class TickFormatStop : DynamicObj.DynamicObj
{
    public static TickFormatStop init(
        FSharpOption<bool>? Enabled = null, FSharpOption<IEnumerable<Tuple<string, string>>>? DTickRange = null, FSharpOption<string>? Value = null,
        FSharpOption<string>? Name = null, FSharpOption<string>? TemplateItemName = null) =>
        new TickFormatStop()
            .Set(Enabled).Set(DTickRange).Set(Value).Set(Name).Set(TemplateItemName);
}
