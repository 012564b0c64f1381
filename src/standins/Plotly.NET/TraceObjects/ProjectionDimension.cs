using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The shadow on one plane.</summary>
public class ProjectionDimension : DynamicObj.DynamicObj
{
    public static ProjectionDimension init(
        FSharpOption<double>? Opacity = null, FSharpOption<double>? Scale = null, FSharpOption<bool>? Show = null) =>
        new ProjectionDimension()
            .Set(Opacity).Set(Scale).Set(Show);
}
