using System.Text;

namespace PaperSharp.Plotting;

/// <summary>Draws lines, markers and the area under a line.</summary>
internal static class FigureScatter
{
    public static void Draw(StringBuilder svg, FigureTrace trace, string colour, Box box, FigureAxis xAxis, FigureAxis yAxis)
    {
        var points = trace.Values("x").Zip(trace.Values("y"), (x, y) => (X: box.X(xAxis.Position(x)), Y: box.Y(yAxis.Position(y)))).ToArray();
        var mode = PlotlyFigure.Text(trace["mode"]) ?? "lines";
        if (PlotlyFigure.Text(trace["fill"]) == "tozeroy" && points.Length > 0)
        {
            var zero = box.Y(Math.Clamp(yAxis.Position(0.0), 0, 1));
            svg.AppendSvg($"<path d=\"{Path(points)}L{points[^1].X} {zero}L{points[0].X} {zero}Z\" fill=\"{colour}\" fill-opacity=\"0.3\"/>");
        }

        if (mode.Contains("lines", StringComparison.Ordinal))
        {
            var width = PlotlyFigure.Number(trace["line", "width"]) ?? 2;
            svg.AppendSvg($"<path d=\"{Path(points)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{Dashes(trace, width)}/>");
        }

        if (mode.Contains("markers", StringComparison.Ordinal))
        {
            var radius = (PlotlyFigure.Number(trace["marker", "size"]) ?? 6) / 2;
            foreach (var (x, y) in points.Where(point => double.IsFinite(point.X + point.Y)))
            {
                svg.AppendSvg($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{PlotlyFigure.Text(trace["marker", "color"]) ?? colour}\"/>");
            }
        }
    }

    // A value that has no place, such as NaN, interrupts the line.
    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        var draws = false;
        foreach (var (x, y) in points)
        {
            var has = double.IsFinite(x + y);
            if (has)
            {
                path.AppendSvg($"{(draws ? "L" : "M")}{x} {y}");
            }

            draws = has;
        }

        return path.ToString();
    }

    private static string Dashes(FigureTrace trace, double width)
    {
        var dashes = PlotlyFigure.Text(trace["line", "dash"]) switch
        {
            "dash" => (double[])[5, 4],
            "dot" => [1.5, 2.5],
            "dashdot" => [5, 3, 1.5, 3],
            "longdash" => [9, 5],
            "longdashdot" => [9, 4, 1.5, 4],
            _ => [],
        };
        return dashes.Length == 0
            ? ""
            : FormattableString.Invariant($" stroke-dasharray=\"{string.Join(' ', dashes.Select(dash => FormattableString.Invariant($"{dash * width:0.#}")))}\"");
    }
}
