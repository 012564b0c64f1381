using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Space between the parts of a layout.</summary>
public class Padding : DynamicObj.DynamicObj
{
    public static Padding init(
        FSharpOption<int>? B = null, FSharpOption<int>? L = null, FSharpOption<int>? R = null, FSharpOption<int>? T = null) =>
        new Padding()
            .Set(B).Set(L).Set(R).Set(T);
}
