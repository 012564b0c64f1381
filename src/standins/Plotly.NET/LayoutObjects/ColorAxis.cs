using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>A colour scale that several traces share.</summary>
public class ColorAxis : DynamicObj.DynamicObj
{
    public static ColorAxis init(
        FSharpOption<bool>? AutoColorScale = null, FSharpOption<double>? CAuto = null, FSharpOption<double>? CMin = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMax = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.Colorscale>? ColorScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<bool>? ReverseScale = null) =>
        new ColorAxis()
            .Set(AutoColorScale).Set(CAuto).Set(CMin).Set(CMid).Set(CMax).Set(ColorBar).Set(ColorScale).Set(ShowScale).Set(ReverseScale);
}
