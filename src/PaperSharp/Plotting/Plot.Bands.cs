using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>Curves of several runs each: the mean as a line, the spread over the runs as a band around it.</summary>
    /// <param name="runs">A method, its baselines: each with its runs.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the x axis is, with its unit.</param>
    /// <param name="yTitle">What the y axis is, with its unit.</param>
    /// <param name="spread">What the band shows.</param>
    /// <param name="logY">A logarithmic y axis.</param>
    /// <exception cref="ArgumentException">There are no runs, or those of one curve differ in length.</exception>
    public static GenericChart Bands(
        IEnumerable<Runs> runs, string? title = null, string xTitle = "step", string yTitle = "value",
        Spread spread = Spread.Range, bool logY = false)
    {
        var all = runs.ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("There must be at least one curve to plot.", nameof(runs));
        }

        // The bands first, so that no band covers another method's line.
        var summaries = all.Select(one => one.Summary(spread)).ToArray();
        var bands = all.SelectMany((one, i) =>
        {
            var (red, green, blue) = Rgb.Parse(PlotTemplate.Colours[i % PlotTemplate.Colours.Count]);
            var fill = Color.fromARGB(51, red, green, blue);
            var (x, low) = new Series(one.Name, summaries[i].Low, one.X).Points();
            var high = x.Length == low.Length && x.Length == summaries[i].High.Length ? summaries[i].High : Sampled(summaries[i].High, x, one.X);
            return new[] { Edge(x, low, one.Name), Edge(x, [.. high.Select(ShownDigits)], one.Name, Fill.ToNext_y, fill) };
        });
        var lines = all.Select((one, i) =>
        {
            var (x, mean) = new Series(one.Name, summaries[i].Mean, one.X).Points();
            return Chart.Line<double, double, string>(x, mean, Name: Label(one, spread), LineColor: Colour(i), UseDefaults: false)
                .InLegendGroup(one.Name);
        });
        return Framed(Chart.Combine(bands.Concat(lines).ToArray()), title, xTitle, yTitle, logY: logY, legend: true);
    }

    private static string Label(Runs runs, Spread spread) => runs.Values.Count == 1 ? runs.Name : spread switch
    {
        Spread.Range => $"{runs.Name} (mean and range of {runs.Values.Count} runs)",
        Spread.Deviation => $"{runs.Name} (mean ± deviation of {runs.Values.Count} runs)",
        _ => $"{runs.Name} (mean, 95 % interval, {runs.Values.Count} runs)",
    };

    private static GenericChart Edge(double[] x, double[] y, string group, Optional<Fill> fill = default, Optional<Color> colour = default) =>
        Chart.Line<double, double, string>(
            x, y, ShowLegend: false, LineWidth: 0.0, Fill: fill, FillColor: colour, LineColor: Color.fromString(PlotTemplate.Transparent), UseDefaults: false)
            .InLegendGroup(group)
            .WithoutHover();

    // Both of the package's namespaces have an extension of this name.
    private static GenericChart InLegendGroup(this GenericChart chart, string group) =>
        Plotly.NET.CSharp.GenericChartExtensions.WithTraceInfo(chart, LegendGroup: group);

    // The upper edge at the places that the lower edge was thinned to.
    private static double[] Sampled(double[] values, double[] x, IReadOnlyList<double>? all)
    {
        var places = Enumerable.Range(0, values.Length).ToLookup(i => all?[i] ?? i + 1);
        return [.. x.Select(at => values[places[at].First()])];
    }
}
