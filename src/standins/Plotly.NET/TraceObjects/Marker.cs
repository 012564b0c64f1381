using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>How points and bars are drawn.</summary>
public class Marker : DynamicObj.DynamicObj
{
    public static Marker init(
        FSharpOption<double>? Angle = null, FSharpOption<StyleParam.AngleRef>? AngleRef = null, FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null, FSharpOption<IEnumerable<Color>>? Colors = null, FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null, FSharpOption<int>? CornerRadius = null,
        FSharpOption<Gradient>? Gradient = null, FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null,
        FSharpOption<double>? Opacity = null, FSharpOption<IEnumerable<double>>? MultiOpacity = null, FSharpOption<Pattern>? Pattern = null,
        FSharpOption<bool>? ReverseScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<int>? SizeMin = null, FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null,
        FSharpOption<int>? SizeRef = null, FSharpOption<double>? StandOff = null, FSharpOption<IEnumerable<double>>? MultiStandOff = null,
        FSharpOption<StyleParam.MarkerSymbol>? Symbol = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        new Marker()
            .Set(Opacity).Set("opacity", MultiOpacity).Set(Size).Set("size", MultiSize).Set(StandOff).Set("standoff", MultiStandOff).Set(Symbol)
            .Set("symbol", MultiSymbol).Set("symbol", Symbol3D).Set("symbol", MultiSymbol3D).Set(Angle).Set(AngleRef).Set(AutoColorScale).Set(CAuto)
            .Set(CMax).Set(CMid).Set(CMin).Set(Color).Set(Colors).Set(ColorAxis).Set(ColorBar).Set(Colorscale).Set(CornerRadius).Set(Gradient)
            .Set("line", Outline).Set(MaxDisplayed).Set(Pattern).Set(ReverseScale).Set(ShowScale).Set(SizeMin).Set(SizeMode).Set(SizeRef)
            .Set(OutlierColor).Set(OutlierWidth);
}
