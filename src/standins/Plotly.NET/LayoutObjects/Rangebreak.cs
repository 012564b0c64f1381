using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A part that an axis leaves out.</summary>
public class Rangebreak : DynamicObj.DynamicObj
{
    public static Rangebreak init<a, b>(
        FSharpOption<bool>? Enabled = null, FSharpOption<Tuple<a, a>>? Bounds = null, FSharpOption<StyleParam.RangebreakPattern>? Pattern = null,
        FSharpOption<IEnumerable<b>>? Values = null, FSharpOption<int>? DValue = null, FSharpOption<string>? Name = null,
        FSharpOption<string>? TemplateItemName = null)
        where a : IConvertible where b : IConvertible =>
        new Rangebreak()
            .Set(Enabled).Set(Bounds).Set(Pattern).Set(Values).Set(DValue).Set(Name).Set(TemplateItemName);
}
