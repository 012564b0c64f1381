using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>Where a scene is seen from.</summary>
public class Camera : DynamicObj.DynamicObj
{
    public static Camera init(
        FSharpOption<CameraCenter>? Center = null, FSharpOption<CameraEye>? Eye = null, FSharpOption<CameraProjection>? Projection = null,
        FSharpOption<CameraUp>? Up = null) =>
        new Camera()
            .Set(Center).Set(Eye).Set(Projection).Set(Up);
}
