using System.Text;

namespace PaperSharp.Plotting;

/// <summary>Draws a matrix as colours, and the scale beside it.</summary>
internal static class FigureHeatMap
{
    /// <summary>The places of the columns and of the rows: names where the trace has them, else 0, 1, 2, …</summary>
    public static (object[] Columns, object[] Rows) Names(FigureTrace trace)
    {
        var z = trace.Matrix();
        return (Places(trace.Values("x"), z.Max(row => row.Length)), Places(trace.Values("y"), z.Length));
    }

    public static void Draw(StringBuilder svg, FigureTrace trace, Box box, FigureAxis xAxis, FigureAxis yAxis)
    {
        // One picture instead of a rectangle for each cell: a matrix of 100 × 100 would be 10,000 of them.
        var z = trace.Matrix();
        var (columns, rows) = Names(trace);
        var (low, high) = Range(trace, z);
        var scale = ColourScale.From(trace["colorscale"]);
        var canvas = new Canvas(columns.Length, rows.Length);
        var lowest = rows.Length > 1 && yAxis.Position(rows[0]) < yAxis.Position(rows[1]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < z[row].Length; column++)
            {
                if (double.IsFinite(z[row][column]))
                {
                    canvas.Fill(column, lowest ? rows.Length - 1 - row : row, 1, 1, scale.At((z[row][column] - low) / (high - low)));
                }
            }
        }

        var picture = Convert.ToBase64String(canvas.ToPng());
        svg.AppendSvg($"<image x=\"{box.Left}\" y=\"{box.Top}\" width=\"{box.Width}\" height=\"{box.Height}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{picture}\"/>");
    }

    public static void DrawScale(StringBuilder svg, FigureTrace trace, Box box)
    {
        var (low, high) = Range(trace, trace.Matrix());
        var scale = ColourScale.From(trace["colorscale"]);
        const int steps = 48;
        for (var i = 0; i < steps; i++)
        {
            svg.AppendSvg($"<rect x=\"{box.Left}\" y=\"{box.Y((i + 1.0) / steps)}\" width=\"{box.Width}\" height=\"{(box.Height / steps) + 0.6}\" fill=\"{scale.At((i + 0.5) / steps)}\"/>");
        }

        var axis = new FigureAxis(null, [low, high], cells: false, fromZero: false);
        foreach (var (position, label) in axis.Ticks(6))
        {
            // The axis has margins, the bar has not.
            var share = (position - axis.Position(low)) / (axis.Position(high) - axis.Position(low));
            if (share is >= 0 and <= 1)
            {
                svg.AppendSvg($"<text x=\"{box.Right + 5}\" y=\"{box.Y(share) + 4}\">{label}</text>");
            }
        }
    }

    private static (double Low, double High) Range(FigureTrace trace, double[][] z)
    {
        var values = z.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var low = PlotlyFigure.Number(trace["zmin"]) ?? values.Min();
        var high = PlotlyFigure.Number(trace["zmax"]) ?? values.Max();
        return high > low ? (low, high) : (low - 0.5, low + 0.5);
    }

    private static object[] Places(object[] names, int count) =>
        names.Length == count ? names : [.. Enumerable.Range(0, count).Select(i => (object)(double)i)];
}
