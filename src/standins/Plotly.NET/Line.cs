using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>How a line is drawn.</summary>
public class Line : DynamicObj.DynamicObj
{
    public static Line init(
        FSharpOption<StyleParam.BackOff>? BackOff = null, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<bool>? ReverseScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.DrawingStyle>? Dash = null, FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null, FSharpOption<IEnumerable<double>>? MultiWidth = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<double>? OutlierWidth = null) =>
        new Line()
            .Set(Width).Set("width", MultiWidth).Set(BackOff).Set(AutoColorScale).Set(CAuto).Set(CMax).Set(CMid).Set(CMin).Set(Color).Set(ColorAxis)
            .Set(Colorscale).Set(ReverseScale).Set(ShowScale).Set(ColorBar).Set(Dash).Set(Shape).Set(Simplify).Set(Smoothing).Set(OutlierColor)
            .Set(OutlierWidth);
}
