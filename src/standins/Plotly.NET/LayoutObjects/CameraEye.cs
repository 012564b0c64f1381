using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>Where the camera is; the scene reaches from -1 to 1.</summary>
public class CameraEye : DynamicObj.DynamicObj
{
    public static CameraEye init(
        FSharpOption<double>? X = null, FSharpOption<double>? Y = null, FSharpOption<double>? Z = null) =>
        new CameraEye()
            .Set(X).Set(Y).Set(Z);
}
