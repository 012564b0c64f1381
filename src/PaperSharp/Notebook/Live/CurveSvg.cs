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

    public static string Draw(string title, IReadOnlyList<CurveLine> lines)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        Text(svg, Left, 15, "start", title, "#222", "font-size=\"13\"");
        var points = lines.SelectMany(line => line.Points).ToArray();
        if (points.Length > 0)
        {
            var x = new Scale(points.Min(p => p.Step), points.Max(p => p.Step), Left, Width - Right);
            var (low, high) = Range(lines);
            var y = new Scale(low, high, Height - Bottom, Top);
            Grid(svg, x, y);
            for (var i = 0; i < lines.Count; i++)
            {
                Line(svg, lines[i], s_colours[i % s_colours.Length], x, y);
                Text(svg, Left + i * 130, 32, "start", lines[i].Name, s_colours[i % s_colours.Length], "font-weight=\"bold\"");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The range of the values without the first twentieth of each line, whose height would flatten the rest.</summary>
    private static (double Low, double High) Range(IReadOnlyList<CurveLine> lines)
    {
        var shown = lines.SelectMany(line => line.Points.Skip(line.Points.Count / 20)).Select(point => point.Value).ToArray();
        var margin = 0.04 * (shown.Max() - shown.Min());
        return (shown.Min() - margin, shown.Max() + margin);
    }

    private static void Grid(StringBuilder svg, Scale x, Scale y)
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

    private static void Line(StringBuilder svg, CurveLine line, string colour, Scale x, Scale y)
    {
        svg.Append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"").Append(colour).Append("\" points=\"");
        foreach (var (step, value) in line.Points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{x.At(step):0.#},{Math.Clamp(y.At(value), Top, Height - Bottom):0.#} ");
        }

        svg.Append("\"/>");
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string colour, string more = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\" {more}>{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>Maps values from <paramref name="low"/> to <paramref name="high"/> to pixels.</summary>
    private readonly record struct Scale(double low, double high, double from, double to)
    {
        public double At(double value) => high > low ? from + (value - low) / (high - low) * (to - from) : (from + to) / 2;

        /// <summary>Round numbers in the range, about so many: multiples of 1, 2 or 5 times a power of ten.</summary>
        public IEnumerable<double> Ticks(int count)
        {
            if (!(high > low))
            {
                yield return low;
                yield break;
            }

            var raw = (high - low) / count;
            var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
            var distance = power * (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
            for (var i = (long)Math.Ceiling(low / distance); i * distance <= high; i++)
            {
                yield return Math.Round(i * distance, 12);
            }
        }
    }
}
