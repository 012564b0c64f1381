using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>An axis of numbers, dates or categories.</summary>
public class LinearAxis : DynamicObj.DynamicObj
{
    public static LinearAxis init<a, b, c, d, e, f, g, h>(
        FSharpOption<bool>? Visible = null, FSharpOption<Color>? Color = null, FSharpOption<Title>? Title = null,
        FSharpOption<StyleParam.AxisType>? AxisType = null, FSharpOption<StyleParam.AutoTypeNumbers>? AutoTypeNumbers = null,
        FSharpOption<StyleParam.AutoRange>? AutoRange = null, FSharpOption<AutoRangeOptions>? AutoRangeOptions = null,
        FSharpOption<bool>? AutoShift = null, FSharpOption<StyleParam.RangeMode>? RangeMode = null, FSharpOption<StyleParam.Range>? Range = null,
        FSharpOption<bool>? FixedRange = null, FSharpOption<StyleParam.ScaleAnchor>? ScaleAnchor = null, FSharpOption<double>? ScaleRatio = null,
        FSharpOption<StyleParam.AxisConstraint>? Constrain = null, FSharpOption<StyleParam.AxisConstraintDirection>? ConstrainToward = null,
        FSharpOption<StyleParam.LinearAxisId>? Matches = null, FSharpOption<a>? MaxAllowed = null, FSharpOption<b>? MinAllowed = null,
        FSharpOption<IEnumerable<Rangebreak>>? Rangebreaks = null, FSharpOption<StyleParam.TickMode>? TickMode = null,
        FSharpOption<int>? NTicks = null, FSharpOption<c>? Tick0 = null, FSharpOption<d>? DTick = null, FSharpOption<IEnumerable<e>>? TickVals = null,
        FSharpOption<IEnumerable<f>>? TickText = null, FSharpOption<StyleParam.TickOptions>? Ticks = null,
        FSharpOption<StyleParam.CategoryTickAnchor>? TicksOn = null, FSharpOption<StyleParam.TickLabelMode>? TickLabelMode = null,
        FSharpOption<StyleParam.TickLabelPosition>? TickLabelPosition = null, FSharpOption<int>? TickLabelStep = null,
        FSharpOption<StyleParam.TickLabelOverflow>? TickLabelOverflow = null, FSharpOption<StyleParam.Mirror>? Mirror = null,
        FSharpOption<int>? TickLen = null, FSharpOption<int>? TickWidth = null, FSharpOption<Color>? TickColor = null,
        FSharpOption<bool>? ShowTickLabels = null, FSharpOption<StyleParam.TickAutoMargin>? AutoMargin = null, FSharpOption<bool>? ShowSpikes = null,
        FSharpOption<Color>? SpikeColor = null, FSharpOption<int>? SpikeThickness = null, FSharpOption<StyleParam.DrawingStyle>? SpikeDash = null,
        FSharpOption<StyleParam.SpikeMode>? SpikeMode = null, FSharpOption<StyleParam.SpikeSnap>? SpikeSnap = null,
        FSharpOption<Font>? TickFont = null, FSharpOption<int>? TickAngle = null, FSharpOption<StyleParam.ShowTickOption>? ShowTickPrefix = null,
        FSharpOption<string>? TickPrefix = null, FSharpOption<StyleParam.ShowTickOption>? ShowTickSuffix = null,
        FSharpOption<string>? TickSuffix = null, FSharpOption<StyleParam.ShowExponent>? ShowExponent = null,
        FSharpOption<StyleParam.ExponentFormat>? ExponentFormat = null, FSharpOption<double>? MinExponent = null, FSharpOption<Minor>? Minor = null,
        FSharpOption<bool>? SeparateThousands = null, FSharpOption<string>? TickFormat = null,
        FSharpOption<IEnumerable<TickFormatStop>>? TickFormatStops = null, FSharpOption<string>? HoverFormat = null,
        FSharpOption<StyleParam.Range>? InsideRange = null, FSharpOption<bool>? ShowLine = null, FSharpOption<Color>? LineColor = null,
        FSharpOption<double>? LineWidth = null, FSharpOption<bool>? ShowGrid = null, FSharpOption<Color>? GridColor = null,
        FSharpOption<StyleParam.DrawingStyle>? GridDash = null, FSharpOption<double>? GridWidth = null, FSharpOption<bool>? ZeroLine = null,
        FSharpOption<Color>? ZeroLineColor = null, FSharpOption<double>? ZeroLineWidth = null, FSharpOption<int>? Shift = null,
        FSharpOption<bool>? ShowDividers = null, FSharpOption<Color>? DividerColor = null, FSharpOption<int>? DividerWidth = null,
        FSharpOption<StyleParam.LinearAxisId>? Anchor = null, FSharpOption<StyleParam.Side>? Side = null,
        FSharpOption<StyleParam.LinearAxisId>? Overlaying = null, FSharpOption<DynamicObj.DynamicObj>? LabelAlias = null,
        FSharpOption<StyleParam.Layer>? Layer = null, FSharpOption<StyleParam.Range>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<StyleParam.CategoryOrder>? CategoryOrder = null, FSharpOption<IEnumerable<g>>? CategoryArray = null,
        FSharpOption<h>? UIRevision = null, FSharpOption<RangeSlider>? RangeSlider = null, FSharpOption<RangeSelector>? RangeSelector = null,
        FSharpOption<StyleParam.Calendar>? Calendar = null, FSharpOption<Color>? BackgroundColor = null, FSharpOption<bool>? ShowBackground = null)
        where a : IConvertible where b : IConvertible where c : IConvertible where d : IConvertible where e : IConvertible where f : IConvertible
        where g : IConvertible where h : IConvertible =>
        new LinearAxis()
            .Set(Visible).Set(Color).Set(Title).Set("type", AxisType).Set(AutoTypeNumbers).Set(AutoRange).Set(AutoRangeOptions).Set(AutoShift)
            .Set(RangeMode).Set(Range).Set(FixedRange).Set(ScaleAnchor).Set(ScaleRatio).Set(Constrain).Set(ConstrainToward).Set(Matches)
            .Set(MaxAllowed).Set(MinAllowed).Set(Rangebreaks).Set(TickMode).Set(NTicks).Set(Tick0).Set(DTick).Set(TickVals).Set(TickText).Set(Ticks)
            .Set(TicksOn).Set(TickLabelMode).Set(TickLabelPosition).Set(TickLabelStep).Set(TickLabelOverflow).Set(Mirror).Set(TickLen).Set(TickWidth)
            .Set(TickColor).Set(ShowTickLabels).Set(AutoMargin).Set(ShowSpikes).Set(SpikeColor).Set(SpikeThickness).Set(SpikeDash).Set(SpikeMode)
            .Set(SpikeSnap).Set(TickFont).Set(TickAngle).Set(ShowTickPrefix).Set(TickPrefix).Set(ShowTickSuffix).Set(TickSuffix).Set(ShowExponent)
            .Set(ExponentFormat).Set(MinExponent).Set(Minor).Set(SeparateThousands).Set(TickFormat).Set(TickFormatStops).Set(HoverFormat)
            .Set(InsideRange).Set(ShowLine).Set(LineColor).Set(LineWidth).Set(ShowGrid).Set(GridColor).Set(GridDash).Set(GridWidth).Set(ZeroLine)
            .Set(ZeroLineColor).Set(ZeroLineWidth).Set(Shift).Set(ShowDividers).Set(DividerColor).Set(DividerWidth).Set(Anchor).Set(Side)
            .Set(Overlaying).Set(LabelAlias).Set(Layer).Set(Domain).Set(Position).Set(CategoryOrder).Set(CategoryArray).Set(UIRevision)
            .Set(RangeSlider).Set(RangeSelector).Set(Calendar).Set(BackgroundColor).Set(ShowBackground);
}
