using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>How a change is animated.</summary>
public class Transition : DynamicObj.DynamicObj
{
    public static Transition init(
        FSharpOption<int>? Duration = null, FSharpOption<StyleParam.TransitionEasing>? Easing = null,
        FSharpOption<StyleParam.TransitionOrdering>? Ordering = null) =>
        new Transition()
            .Set(Duration).Set(Easing).Set(Ordering);
}
