using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A three-dimensional plot: its axes, camera and proportions.</summary>
public class Scene : DynamicObj.DynamicObj
{
    public static Scene init(
        FSharpOption<IEnumerable<Annotation>>? Annotations = null, FSharpOption<StyleParam.AspectMode>? AspectMode = null,
        FSharpOption<AspectRatio>? AspectRatio = null, FSharpOption<Color>? BGColor = null, FSharpOption<Camera>? Camera = null,
        FSharpOption<Domain>? Domain = null, FSharpOption<StyleParam.DragMode>? DragMode = null, FSharpOption<StyleParam.HoverMode>? HoverMode = null,
        FSharpOption<string>? UIRevision = null, FSharpOption<LinearAxis>? XAxis = null, FSharpOption<LinearAxis>? YAxis = null,
        FSharpOption<LinearAxis>? ZAxis = null) =>
        new Scene()
            .Set(Annotations).Set(AspectMode).Set(AspectRatio).Set(BGColor).Set(Camera).Set(Domain).Set(DragMode).Set(HoverMode).Set(UIRevision)
            .Set(XAxis).Set(YAxis).Set(ZAxis);
}
