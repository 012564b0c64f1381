using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

public static partial class GenericChartExtensions
{
    public static GenericChart WithXAxis(this GenericChart @this, LinearAxis xAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithLayout(new Layout().Set((Id?.Value ?? StyleParam.SubPlotId.NewXAxis(1)).ToString(), xAxis));

    public static GenericChart WithXAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null, FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithXAxis(StyledAxis(title, MinMax, ShowGrid, ShowLine, Domain, ZeroLine, Anchor)
            .Set(Side).Set(Overlaying).Set(Position), Id);

    public static GenericChart WithXAxisRangeSlider(this GenericChart @this, RangeSlider rangeSlider, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithXAxis(new LinearAxis().Set("rangeslider", rangeSlider), Id);

    public static GenericChart WithYAxis(this GenericChart @this, LinearAxis yAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithLayout(new Layout().Set((Id?.Value ?? StyleParam.SubPlotId.NewYAxis(1)).ToString(), yAxis));

    public static GenericChart WithYAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null, FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithYAxis(StyledAxis(title, MinMax, ShowGrid, ShowLine, Domain, ZeroLine, Anchor)
            .Set(Side).Set(Overlaying).Set(Position), Id);

    /// <summary>The z axis of the scene with this number.</summary>
    public static GenericChart WithZAxis(this GenericChart @this, LinearAxis zAxis, FSharpOption<int>? Id = null) =>
        WithScene(@this, new Scene().Set("zaxis", zAxis), Id);

    public static GenericChart WithZAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithZAxis(StyledAxis(title, MinMax, ShowGrid, ShowLine, Domain, null, Anchor));

    /// <summary>The three-dimensional plot with this number.</summary>
    public static GenericChart WithScene(GenericChart @this, Scene scene, FSharpOption<int>? Id = null) =>
        @this.WithLayout(new Layout().Set(StyleParam.SubPlotId.NewScene(Id?.Value ?? 1).ToString(), scene));

    /// <summary>A colour scale for all traces that name it.</summary>
    public static GenericChart WithColorAxis(GenericChart @this, ColorAxis colorAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithLayout(new Layout().Set((Id?.Value ?? StyleParam.SubPlotId.NewColorAxis(1)).ToString(), colorAxis));

    private static LinearAxis StyledAxis(
        Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? range, FSharpOption<bool>? ShowGrid, FSharpOption<bool>? ShowLine,
        FSharpOption<Tuple<IConvertible, IConvertible>>? domain, FSharpOption<bool>? ZeroLine, FSharpOption<StyleParam.LinearAxisId>? Anchor) =>
        new LinearAxis().Set("title", title).Set("range", Pair(range)).Set(ShowGrid).Set(ShowLine).Set("domain", Pair(domain)).Set(ZeroLine).Set(Anchor);

    private static FSharpOption<IConvertible[]>? Pair(FSharpOption<Tuple<IConvertible, IConvertible>>? pair) =>
        pair is null ? null : FSharpOption<IConvertible[]>.Some([pair.Value.Item1, pair.Value.Item2]);
}
