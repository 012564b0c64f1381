using Microsoft.FSharp.Collections;

namespace Plotly.NET;

/// <summary>Traces with a layout: what the functions of <see cref="CSharp.Chart"/> make and the extensions style.</summary>
public abstract class GenericChart
{
    private readonly Trace[] _traces;

    private GenericChart(Trace[] traces, Layout layout, Config config) => (_traces, Layout, Config) = (traces, layout, config);

    internal Layout Layout { get; }

    internal Config Config { get; }

    internal IReadOnlyList<Trace> Traces => _traces;

    public static FSharpList<Trace> getTraces(GenericChart gChart) => ListModule.OfSeq(gChart._traces);

    public static Layout getLayout(GenericChart gChart) => gChart.Layout;

    public static GenericChart setLayout(Layout layout, GenericChart gChart) => new Figure(gChart._traces, layout, gChart.Config);

    /// <summary>Adds the attributes of the layout to those that the chart has.</summary>
    public static GenericChart addLayout(Layout layout, GenericChart gChart) => setLayout(Merge.Layouts(gChart.Layout, layout), gChart);

    public static Config getConfig(GenericChart gChart) => gChart.Config;

    public static GenericChart setConfig(Config config, GenericChart gChart) => new Figure(gChart._traces, gChart.Layout, config);

    public static int countTrace(GenericChart gChart) => gChart._traces.Length;

    /// <summary>The traces of all charts over each other; of layout attributes set twice the last one stays.</summary>
    /// <exception cref="ArgumentException">There is no chart.</exception>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        var charts = gCharts.ToArray();
        if (charts.Length == 0)
        {
            throw new ArgumentException("There must be at least one chart to combine.", nameof(gCharts));
        }

        return new Figure(
            [.. charts.SelectMany(chart => chart._traces)],
            charts.Select(chart => chart.Layout).Aggregate(Merge.Layouts),
            charts.Select(chart => chart.Config).Aggregate(Merge.Objects));
    }

    /// <summary>data, layout and frames: a plotly figure, application/vnd.plotly.v1+json.</summary>
    public static string toFigureJson(GenericChart gChart) => PlotlyJson.Write(gChart.Parts().Set("frames", Array.Empty<object>()));

    /// <summary>data, layout and config: the arguments of Plotly.newPlot.</summary>
    public static string toJson(GenericChart gChart) => PlotlyJson.Write(gChart.Parts().Set("config", gChart.Config));

    /// <summary>A div, and a script that draws into it with the plotly.js of the page.</summary>
    public static string toChartHTML(GenericChart gChart) => ChartHtml.Fragment(gChart);

    internal static GenericChart Of(Trace trace, bool useDefaults, Layout? layout = null)
    {
        var all = new Layout();
        if (useDefaults)
        {
            all.Set("width", Defaults.DefaultWidth).Set("height", Defaults.DefaultHeight);
            if (Defaults.DefaultTemplate.Properties.Count > 0)
            {
                all.Set("template", Defaults.DefaultTemplate);
            }
        }

        return new Figure([trace], layout is null ? all : Merge.Layouts(all, layout), useDefaults ? Defaults.DefaultConfig : new Config());
    }

    internal GenericChart MapTraces(Func<Trace, int, Trace> change) => new Figure([.. _traces.Select(change)], Layout, Config);

    private DynamicObj.DynamicObj Parts() => new DynamicObj.DynamicObj().Set("data", _traces).Set("layout", Layout);

    private sealed class Figure(Trace[] traces, Layout layout, Config config) : GenericChart(traces, layout, config);
}
