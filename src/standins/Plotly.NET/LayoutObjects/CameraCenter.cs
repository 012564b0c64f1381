using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The point that the camera looks at.</summary>
public class CameraCenter : DynamicObj.DynamicObj
{
    public static CameraCenter init(
        FSharpOption<double>? X = null, FSharpOption<double>? Y = null, FSharpOption<double>? Z = null) =>
        new CameraCenter()
            .Set(X).Set(Y).Set(Z);
}
