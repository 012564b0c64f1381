using System.Text;

namespace PaperSharp.Plotting;

/// <summary>A Plotly figure in words, for terminals, logs and readers who do not see it.</summary>
internal static class FigureText
{
    private static readonly string[] Values = ["x", "y", "values"];

    public static string Describe(PlotlyFigure figure)
    {
        var traces = figure.Traces.ToArray();
        var text = new StringBuilder(string.Join(" and ", traces.Select(Kind).Distinct()));
        if (text.Length > 0)
        {
            text[0] = char.ToUpperInvariant(text[0]);
        }

        if (figure.Title is { } title)
        {
            text.Append(" \"").Append(title).Append('"');
        }

        // A band's edges and a slider's other steps are not what a reader counts.
        var told = traces.Where(trace => trace.Name is not null && PlotlyFigure.Flag(trace["visible"]) != false).ToArray();
        text.Append(": ").AppendJoin(", ", told.Length > 0
            ? told.Select(trace => $"{trace.Name} ({Size(trace)})")
            : traces.Select((trace, i) => traces.Length == 1 ? Size(trace) : $"series {i + 1} ({Size(trace)})"));
        var axes = new[] { Axis(figure, "x"), Axis(figure, "y") }.OfType<string>().ToArray();
        return axes.Length == 0 ? text.ToString() : text.Append("; ").AppendJoin(", ", axes).ToString();
    }

    private static string? Axis(PlotlyFigure figure, string letter) =>
        PlotlyFigure.Text(PlotlyFigure.Get(figure.Layout, letter + "axis", "title", "text")) is { Length: > 0 } title
            ? $"{letter}: {title}{(PlotlyFigure.Text(PlotlyFigure.Get(figure.Layout, letter + "axis", "type")) == "log" ? " (log)" : "")}"
            : null;

    private static string Kind(FigureTrace trace) => trace.Type switch
    {
        "scatter" or "scattergl" => (PlotlyFigure.Text(trace["mode"]) ?? "lines").StartsWith("lines", StringComparison.Ordinal) ? "line chart" : "scatter plot",
        "bar" => "bar chart",
        "heatmap" => "heat map",
        "histogram2d" => "two-dimensional histogram",
        "histogram2dcontour" => "density plot",
        "contour" => "contour plot",
        "scatter3d" => "three-dimensional plot",
        "mesh3d" => "mesh",
        "box" => "box plot",
        "violin" => "violin plot",
        "pie" => "pie chart",
        var other => other,
    };

    private static string Size(FigureTrace trace)
    {
        if (PlotlyFigure.Items(trace["z"]) is { Length: > 0 } rows && rows.Max(row => PlotlyFigure.Items(row).Length) is > 0 and var columns)
        {
            return $"{rows.Length} × {columns}";
        }

        var points = Values.Max(name => PlotlyFigure.Items(trace[name]).Length);
        return points == 1 ? "1 point" : $"{points} points";
    }
}
