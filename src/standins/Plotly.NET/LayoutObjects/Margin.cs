using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The space around the plot, in pixels.</summary>
public class Margin : DynamicObj.DynamicObj
{
    public static Margin init<a, b, c, d, e, f>(
        FSharpOption<a>? Left = null, FSharpOption<b>? Right = null, FSharpOption<c>? Top = null, FSharpOption<d>? Bottom = null,
        FSharpOption<e>? Pad = null, FSharpOption<f>? Autoexpand = null) =>
        new Margin()
            .Set("l", Left).Set("r", Right).Set("t", Top).Set("b", Bottom).Set(Pad).Set(Autoexpand);
}
