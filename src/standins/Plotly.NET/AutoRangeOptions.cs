using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Limits of an automatic range.</summary>
public class AutoRangeOptions : DynamicObj.DynamicObj
{
    public static AutoRangeOptions init<a, b, c, d, e>(
        FSharpOption<a>? ClipMax = null, FSharpOption<b>? ClipMin = null, FSharpOption<c>? Include = null, FSharpOption<d>? MaxAllowed = null,
        FSharpOption<e>? MinAllowed = null)
        where a : IConvertible where b : IConvertible where c : IConvertible where d : IConvertible where e : IConvertible =>
        new AutoRangeOptions()
            .Set(ClipMax).Set(ClipMin).Set(Include).Set(MaxAllowed).Set(MinAllowed);
}
