using System.Globalization;
using System.Net;
using System.Text;

namespace PaperSharp;

/// <summary>Draws learning curves as a small SVG picture.</summary>
internal static class CurveSvg
{
    private const int Width = 560;
    private const int Height = 240;
    private const int Left = 58;
    private const int Right = 12;
    private const int Top = 42;
    private const int Bottom = 26;

    // The colours of Okabe and Ito, which colour-blind readers can tell apart.
    private static readonly string[] s_colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    public static string Draw(string title, IReadOnlyList<CurveLine> lines, CurveStyle style)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        Text(svg, Left, 15, "start", title, "#222", "font-size=\"13\"");
        var shown = lines.Select(line => line.Points.Where(point => !style.LogY || point.Value > 0).ToArray()).ToArray();
        var points = shown.SelectMany(line => line).ToArray();
        if (points.Length > 0)
        {
            var x = new CurveScale(points.Min(p => p.Step), points.Max(p => p.Step), Left, Width - Right);
            var (low, high) = Range(shown, style.LogY);
            var y = new CurveScale(low, high, Height - Bottom, Top, style.LogY);
            Grid(svg, x, y);
            for (var i = 0; i < lines.Count; i++)
            {
                var colour = s_colours[i % s_colours.Length];
                Line(svg, shown[i], colour, style.Smoothing > 0 ? "stroke-width=\"1\" stroke-opacity=\".35\"" : "stroke-width=\"1.5\"", x, y);
                if (style.Smoothing > 0)
                {
                    Line(svg, [.. style.Smooth(shown[i])], colour, "stroke-width=\"2\"", x, y);
                }

                Text(svg, Left + i * 130, 32, "start", lines[i].Name, colour, "font-weight=\"bold\"");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The range of the values without the first twentieth of each line, whose height would flatten the rest.</summary>
    private static (double Low, double High) Range(IReadOnlyList<(double Step, double Value)[]> lines, bool isLog)
    {
        var shown = lines.SelectMany(line => line.Skip(line.Length / 20)).Select(point => point.Value).ToArray();
        var (low, high) = (shown.Min(), shown.Max());
        if (isLog)
        {
            var factor = Math.Pow(high / low, 0.04);
            return (low / factor, high * factor);
        }

        var margin = 0.04 * (high - low);
        return (low - margin, high + margin);
    }

    private static void Grid(StringBuilder svg, CurveScale x, CurveScale y)
    {
        foreach (var tick in y.Ticks(5))
        {
            var at = y.At(tick);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {at:0.#}H{Width - Right}\" stroke=\"#e4e4e4\"/>");
            Text(svg, Left - 6, at + 4, "end", tick.ToString("G5", CultureInfo.InvariantCulture), "#555");
        }

        foreach (var tick in x.Ticks(6))
        {
            Text(svg, x.At(tick), Height - 8, "middle", tick.ToString("#,0.##", CultureInfo.InvariantCulture), "#555");
        }
    }

    private static void Line(StringBuilder svg, IReadOnlyList<(double Step, double Value)> points, string colour, string stroke, CurveScale x, CurveScale y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" {stroke} stroke=\"{colour}\" points=\"");
        foreach (var (step, value) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{x.At(step):0.#},{Math.Clamp(y.At(value), Top, Height - Bottom):0.#} ");
        }

        svg.Append("\"/>");
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string colour, string more = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\" {more}>{WebUtility.HtmlEncode(text)}</text>");
}
