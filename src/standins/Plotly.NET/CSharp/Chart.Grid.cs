using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Charts side by side, row by row; each keeps its axes unless Pattern is Coupled.</summary>
    /// <exception cref="ArgumentException">There are more charts or titles than places.</exception>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts,
        int nRows,
        int nCols,
        Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default,
        Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default,
        Optional<StyleParam.LayoutGridPattern> Pattern = default,
        Optional<double> XGap = default,
        Optional<double> YGap = default,
        Optional<Domain> Domain = default,
        Optional<StyleParam.LayoutGridXSide> XSide = default,
        Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        var charts = gCharts.ToArray();
        if (nRows < 1 || nCols < 1 || charts.Length == 0 || charts.Length > nRows * nCols)
        {
            throw new ArgumentException(
                $"{charts.Length} charts do not fit a grid of {nRows} rows and {nCols} columns.", nameof(gCharts));
        }

        var coupled = Pattern.IsSome && Pattern.Value == StyleParam.LayoutGridPattern.Coupled;
        var placed = charts.Select((chart, i) =>
        {
            var (row, column) = (i / nCols, i % nCols);
            return Subplots.Place(chart, coupled ? column + 1 : i + 1, coupled ? row + 1 : i + 1, row, column, i + 1);
        });
        var layoutGrid = new LayoutGrid()
            .Set("rows", nRows)
            .Set("columns", nCols)
            .Set("subplots", SubPlots)
            .Set("xaxes", XAxes)
            .Set("yaxes", YAxes)
            .Set("roworder", RowOrder.Or(StyleParam.LayoutGridRowOrder.TopToBottom))
            .Set("pattern", Pattern.Or(StyleParam.LayoutGridPattern.Independent))
            .Set("xgap", XGap)
            .Set("ygap", YGap)
            .Set("domain", Domain)
            .Set("xside", XSide)
            .Set("yside", YSide);
        var titles = Subplots.Titles(
            SubPlotTitles.Or([]), nRows, nCols, XGap.Or(coupled ? 0.1 : 0.2), YGap.Or(coupled ? 0.1 : 0.3),
            SubPlotTitleFont, SubPlotTitleOffset.Or(0));
        return GenericChart.combine(placed)
            .WithLayout(new Layout().Set("annotations", titles).Set("grid", layoutGrid));
    }

    /// <summary>Charts below each other in one column.</summary>
    /// <exception cref="ArgumentException">There is no chart, or there are more titles than charts.</exception>
    public static GenericChart SingleStack(
        IEnumerable<GenericChart> gCharts,
        Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default,
        Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default,
        Optional<StyleParam.LayoutGridPattern> Pattern = default,
        Optional<double> XGap = default,
        Optional<double> YGap = default,
        Optional<Domain> Domain = default,
        Optional<StyleParam.LayoutGridXSide> XSide = default,
        Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        var charts = gCharts.ToArray();
        return Grid(
            charts, charts.Length, 1, SubPlotTitles, SubPlotTitleFont, SubPlotTitleOffset, SubPlots, XAxes, YAxes,
            RowOrder, Pattern, XGap, YGap, Domain, XSide, YSide);
    }
}
