using System.Text;

namespace PaperSharp.Plotting;

/// <summary>A Plotly figure in words, for terminals, logs and readers who do not see it.</summary>
internal static class FigureText
{
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

        text.Append(": ").AppendJoin(", ", traces.Select((trace, i) => $"{trace.Name ?? $"series {i + 1}"} ({Size(trace)})"));
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
        var other => other,
    };

    private static string Size(FigureTrace trace)
    {
        if (PlotlyFigure.Items(trace["z"]) is { Length: > 0 } rows)
        {
            return $"{rows.Length} × {rows.Max(row => PlotlyFigure.Items(row).Length)}";
        }

        var points = Math.Max(PlotlyFigure.Items(trace["x"]).Length, PlotlyFigure.Items(trace["y"]).Length);
        return points == 1 ? "1 point" : $"{points} points";
    }
}
