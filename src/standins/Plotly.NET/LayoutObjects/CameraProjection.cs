using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>Perspective or orthographic.</summary>
public class CameraProjection : DynamicObj.DynamicObj
{
    public static CameraProjection init(
        FSharpOption<StyleParam.CameraProjectionType>? ProjectionType = null) =>
        new CameraProjection()
            .Set("type", ProjectionType);
}
