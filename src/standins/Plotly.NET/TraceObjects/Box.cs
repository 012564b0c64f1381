using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The small box inside a violin.</summary>
public class Box : DynamicObj.DynamicObj
{
    public static Box init(
        FSharpOption<bool>? Visible = null, FSharpOption<double>? Width = null, FSharpOption<Color>? FillColor = null,
        FSharpOption<Color>? LineColor = null, FSharpOption<double>? LineWidth = null) =>
        new Box()
            .Set(Visible).Set(Width).Set(FillColor).Set("line", LineColor).Set("line", LineWidth);
}
