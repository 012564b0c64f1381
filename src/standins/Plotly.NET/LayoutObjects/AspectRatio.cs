using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The lengths of a scene's axes relative to each other.</summary>
public class AspectRatio : DynamicObj.DynamicObj
{
    public static AspectRatio init(
        FSharpOption<double>? X = null, FSharpOption<double>? Y = null, FSharpOption<double>? Z = null) =>
        new AspectRatio()
            .Set(X).Set(Y).Set(Z);
}
