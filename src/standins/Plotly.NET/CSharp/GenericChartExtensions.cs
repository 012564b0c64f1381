using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>Styles a chart: each returns the chart with something added, the one it is called on stays as it was.</summary>
public static class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) =>
        GenericChart.getLayout(gChart);

    public static Trace[] GetTraces(this GenericChart gChart) =>
        [.. GenericChart.getTraces(gChart)];

    /// <summary>Name, visibility and legend entry of every trace of the chart.</summary>
    public static GenericChart WithTraceInfo(
        this GenericChart gChart, Optional<string> Name = default, Optional<StyleParam.Visible> Visible = default,
        Optional<bool> ShowLegend = default, Optional<int> LegendRank = default, Optional<string> LegendGroup = default,
        Optional<Title> LegendGroupTitle = default) =>
        gChart.MapTraces((trace, _) => Merge.Copy(trace)
            .Set(Name).Set(Visible).Set(ShowLegend).Set(LegendRank).Set(LegendGroup).Set(LegendGroupTitle));

    /// <summary>Width and height in pixels.</summary>
    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default) =>
        gChart.WithLayout(new Layout().Set(Width).Set(Height));

    /// <summary>The x axis, or the one that Id names: of another subplot, or of a scene.</summary>
    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default, Optional<int> TitleStandoff = default,
        Optional<Title> Title = default, Optional<Color> Color = default, Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default, Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default, Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default, Optional<bool> ShowGrid = default, Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default, Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default, Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default, Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible =>
        gChart.WithAxis("xaxis", Id, StyledAxis(
            TitleText, TitleFont, TitleStandoff, Title, Color, AxisType, MinMax, Mirror, ShowSpikes, SpikeColor, SpikeThickness, ShowLine,
            LineColor, ShowGrid, GridColor, ZeroLine, ZeroLineColor, Anchor, Side, Overlaying, Domain, Position, CategoryOrder, CategoryArray,
            RangeSlider, RangeSelector, BackgroundColor, ShowBackground));

    /// <summary>The y axis, or the one that Id names: of another subplot, or of a scene.</summary>
    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default, Optional<int> TitleStandoff = default,
        Optional<Title> Title = default, Optional<Color> Color = default, Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default, Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default, Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default, Optional<bool> ShowGrid = default, Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default, Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default, Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default, Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible =>
        gChart.WithAxis("yaxis", Id, StyledAxis(
            TitleText, TitleFont, TitleStandoff, Title, Color, AxisType, MinMax, Mirror, ShowSpikes, SpikeColor, SpikeThickness, ShowLine,
            LineColor, ShowGrid, GridColor, ZeroLine, ZeroLineColor, Anchor, Side, Overlaying, Domain, Position, CategoryOrder, CategoryArray,
            RangeSlider, RangeSelector, BackgroundColor, ShowBackground));

    public static GenericChart WithXAxisRangeSlider(
        this GenericChart gChart, RangeSlider rangeSlider, Optional<StyleParam.SubPlotId> Id = default) =>
        gChart.WithAxis("xaxis", Id, new LinearAxis().Set("rangeslider", rangeSlider));

    public static GenericChart WithLegend(this GenericChart gChart, Legend legend) =>
        gChart.WithLayout(new Layout().Set("legend", legend));

    public static GenericChart WithLegendStyle(
        this GenericChart gChart, Optional<Color> BGColor = default, Optional<Color> BorderColor = default, Optional<double> BorderWidth = default,
        Optional<double> EntryWidth = default, Optional<StyleParam.EntryWidthMode> EntryWidthMode = default, Optional<Font> Font = default,
        Optional<StyleParam.TraceGroupClickOptions> GroupClick = default, Optional<Font> GroupTitleFont = default,
        Optional<StyleParam.TraceItemClickOptions> ItemClick = default, Optional<StyleParam.TraceItemClickOptions> ItemDoubleClick = default,
        Optional<StyleParam.TraceItemSizing> ItemSizing = default, Optional<int> ItemWidth = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<Title> Title = default, Optional<double> TraceGroupGap = default,
        Optional<StyleParam.TraceOrder> TraceOrder = default, Optional<string> UIRevision = default,
        Optional<StyleParam.VerticalAlign> VerticalAlign = default, Optional<double> X = default,
        Optional<StyleParam.XAnchorPosition> XAnchor = default, Optional<double> Y = default, Optional<StyleParam.YAnchorPosition> YAnchor = default) =>
        gChart.WithLegend(new Legend()
            .Set(BGColor).Set(BorderColor).Set(BorderWidth).Set(EntryWidth).Set(EntryWidthMode).Set(Font).Set(GroupClick).Set(GroupTitleFont)
            .Set(ItemClick).Set(ItemDoubleClick).Set(ItemSizing).Set(ItemWidth).Set(Orientation).Set(Title).Set(TraceGroupGap).Set(TraceOrder)
            .Set(UIRevision).Set("valign", VerticalAlign).Set(X).Set(XAnchor).Set(Y).Set(YAnchor));

    private static GenericChart WithAxis(this GenericChart chart, string name, Optional<StyleParam.SubPlotId> id, LinearAxis axis)
    {
        var place = id.IsSome ? id.Value.ToString() : name;
        return chart.WithLayout(place.StartsWith("scene", StringComparison.Ordinal)
            ? new Layout().Set(place, new Scene().Set(name, axis))
            : new Layout().Set(place, axis));
    }

    private static LinearAxis StyledAxis<MinType, MaxType, CategoryArrayType>(
        Optional<string> TitleText, Optional<Font> TitleFont, Optional<int> TitleStandoff, Optional<Title> Title, Optional<Color> Color,
        Optional<StyleParam.AxisType> AxisType, Optional<Tuple<MinType, MaxType>> MinMax, Optional<StyleParam.Mirror> Mirror,
        Optional<bool> ShowSpikes, Optional<Color> SpikeColor, Optional<int> SpikeThickness, Optional<bool> ShowLine, Optional<Color> LineColor,
        Optional<bool> ShowGrid, Optional<Color> GridColor, Optional<bool> ZeroLine, Optional<Color> ZeroLineColor,
        Optional<StyleParam.LinearAxisId> Anchor, Optional<StyleParam.Side> Side, Optional<StyleParam.LinearAxisId> Overlaying,
        Optional<Tuple<double, double>> Domain, Optional<double> Position, Optional<StyleParam.CategoryOrder> CategoryOrder,
        Optional<IEnumerable<CategoryArrayType>> CategoryArray, Optional<RangeSlider> RangeSlider, Optional<RangeSelector> RangeSelector,
        Optional<Color> BackgroundColor, Optional<bool> ShowBackground) =>
        new LinearAxis()
            .Set("title", AxisTitle(Title, TitleText, TitleFont, TitleStandoff)).Set(Color).Set("type", AxisType).Set("range", Range(MinMax))
            .Set(Mirror).Set(ShowSpikes).Set(SpikeColor).Set(SpikeThickness).Set(ShowLine).Set(LineColor).Set(ShowGrid).Set(GridColor).Set(ZeroLine)
            .Set(ZeroLineColor).Set(Anchor).Set(Side).Set(Overlaying).Set("domain", Range(Domain)).Set(Position).Set(CategoryOrder).Set(CategoryArray)
            .Set(RangeSlider).Set(RangeSelector).Set(BackgroundColor).Set(ShowBackground);

    private static Optional<Title> AxisTitle(Optional<Title> title, Optional<string> text, Optional<Font> font, Optional<int> standoff) =>
        title.IsSome || text.IsSome || font.IsSome || standoff.IsSome
            ? Merge.Copy(title.Or(new Title())).Set("text", text).Set("font", font).Set("standoff", standoff)
            : default(Optional<Title>);

    private static Optional<object[]> Range<TMin, TMax>(Optional<Tuple<TMin, TMax>> range) =>
        range.IsSome ? new object[] { range.Value.Item1!, range.Value.Item2! } : default(Optional<object[]>);
}
