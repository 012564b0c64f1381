using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>Shadows of points on the planes of a scene.</summary>
public class Projection : DynamicObj.DynamicObj
{
    public static Projection init(
        FSharpOption<ProjectionDimension>? X = null, FSharpOption<ProjectionDimension>? Y = null, FSharpOption<ProjectionDimension>? Z = null) =>
        new Projection()
            .Set(X).Set(Y).Set(Z);
}
