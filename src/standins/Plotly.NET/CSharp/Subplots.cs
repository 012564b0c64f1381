using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>The parts of a grid of charts.</summary>
internal static class Subplots
{
    /// <summary>The chart in its cell: on axes with numbers of their own, in a scene of its own, or in the cell's domain.</summary>
    public static GenericChart Place(GenericChart chart, int x, int y, int row, int column, int number)
    {
        var (xId, yId) = (StyleParam.LinearAxisId.NewX(x), StyleParam.LinearAxisId.NewY(y));
        var sceneId = StyleParam.SubPlotId.NewScene(number).ToString();
        var cell = new Domain().Set("row", row).Set("column", column);
        var kinds = chart.Traces.Select(Kind).ToHashSet();
        var layout = new Layout();
        foreach (var (name, value) in chart.Layout.Properties)
        {
            layout.Set(
                name switch
                {
                    "xaxis" => StyleParam.SubPlotId.NewXAxis(x).ToString(),
                    "yaxis" => StyleParam.SubPlotId.NewYAxis(y).ToString(),
                    "scene" => sceneId,
                    _ => name,
                },
                name == "annotations" ? Anchored((IEnumerable<object>)value, xId, yId) : value);
        }

        if (kinds.Contains("xy"))
        {
            layout = Merge.Objects(layout, new Layout()
                .Set(StyleParam.SubPlotId.NewXAxis(x).ToString(), new LinearAxis())
                .Set(StyleParam.SubPlotId.NewYAxis(y).ToString(), new LinearAxis()));
        }

        if (kinds.Contains("scene"))
        {
            layout = Merge.Objects(layout, new Layout().Set(sceneId, new Scene().Set("domain", cell)));
        }

        return GenericChart.setLayout(layout, chart.MapTraces((trace, _) => Kind(trace) switch
        {
            "scene" => Merge.Copy(trace).Set("scene", sceneId),
            "domain" => Merge.Copy(trace).Set("domain", cell),
            _ => Merge.Copy(trace).Set("xaxis", xId).Set("yaxis", yId),
        }));
    }

    private static string Kind(Trace trace) => trace.Type switch
    {
        "surface" or "scatter3d" or "mesh3d" => "scene",
        "pie" => "domain",
        _ => "xy",
    };

    /// <summary>
    /// A title above each cell, at the places where plotly.js puts the cells: n cells of width 1 − gap, gaps between
    /// them, scaled to fill [0, 1].
    /// </summary>
    public static Annotation[] Titles(
        IEnumerable<string> titles, int rows, int columns, double xGap, double yGap, Optional<Font> font, double offset)
    {
        var texts = titles.ToArray();
        if (texts.Length > rows * columns)
        {
            throw new ArgumentException($"{texts.Length} subplot titles are too many for {rows} rows and {columns} columns.", nameof(titles));
        }

        var width = 1 / (columns - xGap);
        var height = 1 / (rows - yGap);
        return [.. texts.Select((text, i) => new Annotation()
            .Set("x", width * ((i % columns) + ((1 - xGap) / 2)))
            .Set("y", (height * (rows - 1 - (i / columns) + 1 - yGap)) + offset)
            .Set("font", font)
            .Set("showarrow", false)
            .Set("text", text)
            .Set("xanchor", "center")
            .Set("xref", "paper")
            .Set("yanchor", "bottom")
            .Set("yref", "paper"))];
    }

    // An annotation that names no axes belongs to the first ones, which may be another subplot's.
    private static object[] Anchored(IEnumerable<object> annotations, StyleParam.LinearAxisId x, StyleParam.LinearAxisId y) =>
        [.. annotations.Select(annotation => annotation is Annotation a && !a.Properties.ContainsKey("xref")
            ? Merge.Copy(a).Set("xref", x).Set("yref", y)
            : annotation)];
}
