using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The minor ticks of an axis.</summary>
public class Minor : DynamicObj.DynamicObj
{
    public static Minor init<a, b, c>(
        FSharpOption<a>? DTick = null, FSharpOption<Color>? GridColor = null, FSharpOption<StyleParam.DrawingStyle>? GridDash = null,
        FSharpOption<double>? GridWidth = null, FSharpOption<int>? NTicks = null, FSharpOption<bool>? ShowGrid = null, FSharpOption<b>? Tick0 = null,
        FSharpOption<Color>? TickColor = null, FSharpOption<int>? TickLen = null, FSharpOption<StyleParam.TickMode>? TickMode = null,
        FSharpOption<StyleParam.TickOptions>? Ticks = null, FSharpOption<IEnumerable<c>>? TickVals = null, FSharpOption<int>? TickWidth = null)
        where a : IConvertible where b : IConvertible where c : IConvertible =>
        new Minor()
            .Set(DTick).Set(GridColor).Set(GridDash).Set(GridWidth).Set(NTicks).Set(ShowGrid).Set(Tick0).Set(TickColor).Set(TickLen).Set(TickMode)
            .Set(Ticks).Set(TickVals).Set(TickWidth);
}
