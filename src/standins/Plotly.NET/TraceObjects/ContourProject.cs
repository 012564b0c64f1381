using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The planes that a surface's contours are projected onto.</summary>
public class ContourProject : DynamicObj.DynamicObj
{
    public static ContourProject init(
        FSharpOption<bool>? X = null, FSharpOption<bool>? Y = null, FSharpOption<bool>? Z = null) =>
        new ContourProject()
            .Set(X).Set(Y).Set(Z);
}
