using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>Which direction is up.</summary>
public class CameraUp : DynamicObj.DynamicObj
{
    public static CameraUp init(
        FSharpOption<double>? X = null, FSharpOption<double>? Y = null, FSharpOption<double>? Z = null) =>
        new CameraUp()
            .Set(X).Set(Y).Set(Z);
}
