using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The hatching of bars.</summary>
public class Pattern : DynamicObj.DynamicObj
{
    public static Pattern init(
        FSharpOption<Color>? BGColor = null, FSharpOption<Color>? FGColor = null, FSharpOption<double>? FGOpacity = null,
        FSharpOption<StyleParam.PatternFillMode>? FillMode = null, FSharpOption<StyleParam.PatternShape>? Shape = null,
        FSharpOption<IEnumerable<StyleParam.PatternShape>>? MultiShape = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<double>? Solidity = null) =>
        new Pattern()
            .Set(Shape).Set("shape", MultiShape).Set(Size).Set("size", MultiSize).Set(BGColor).Set(FGColor).Set(FGOpacity).Set(FillMode).Set(Solidity);
}
