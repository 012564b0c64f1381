using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>Distributions over each other, such as activations with and without a method.</summary>
    /// <param name="series">The values of each; their x is not used.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the values are, with their unit.</param>
    /// <param name="bins">Bins of equal width from the smallest value of all to the largest.</param>
    /// <exception cref="ArgumentException">There are no finite values.</exception>
    public static GenericChart Histogram(IEnumerable<Series> series, string? title = null, string xTitle = "value", int bins = 40)
    {
        var all = series.ToArray();
        var (low, high) = Bounds(all.SelectMany(one => one.Y), nameof(series));
        var width = (high - low) / bins;
        var centres = Enumerable.Range(0, bins).Select(bin => ShownDigits(low + ((bin + 0.5) * width))).ToArray();
        var bars = all.Select((one, i) =>
        {
            var shares = new double[bins];
            var values = one.Y.Where(double.IsFinite).ToArray();
            foreach (var value in values)
            {
                shares[Math.Min((int)((value - low) / width), bins - 1)] += 1.0 / values.Length;
            }

            return Chart.Column<double, double, string>(
                shares.Select(ShownDigits), Keys: centres, Name: one.Name, MarkerColor: Colour(i), Opacity: all.Length > 1 ? 0.6 : 1.0, UseDefaults: false);
        }).ToArray();
        return With(Framed(Chart.Combine(bars), title, xTitle, "share", legend: all.Length > 1), layout =>
        {
            layout.barmode = "overlay";
            layout.bargap = 0.03;
        });
    }

    /// <summary>How a distribution changes: one smooth curve for each, below each other, the first on top.</summary>
    /// <param name="series">The values at each time, named by it; their x is not used.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the values are, with their unit.</param>
    /// <param name="yTitle">What the names are.</param>
    /// <exception cref="ArgumentException">There are no finite values.</exception>
    public static GenericChart Ridge(IEnumerable<Series> series, string? title = null, string xTitle = "value", string yTitle = "step")
    {
        const int points = 160;
        var all = series.ToArray();
        var (low, high) = Bounds(all.SelectMany(one => one.Y), nameof(series));
        var margin = (high - low) * 0.08;
        var x = Enumerable.Range(0, points).Select(i => low - margin + (i * (high - low + (2 * margin)) / (points - 1))).ToArray();
        var densities = all.Select(one => Density(one.Y, x)).ToArray();
        var highest = densities.Max(density => density.Max());
        var shown = x.Select(ShownDigits).ToArray();
        var curves = all.SelectMany((one, i) =>
        {
            // Each may reach into the one above it, and covers it there.
            var ground = all.Length - 1.0 - i;
            var share = all.Length > 1 ? i / (all.Length - 1.0) : 0;
            var (red, green, blue) = Rgb.Mix(Rgb.Parse("#56b4e9"), Rgb.Parse("#0b3d91"), share);
            return new[]
            {
                Edge([shown[0], shown[^1]], [ground, ground], one.Name),
                Chart.Line<double, double, string>(
                    shown, densities[i].Select(density => ShownDigits(ground + (1.8 * density / highest))), Name: one.Name, ShowLegend: false,
                    LineColor: Color.fromRGB(red, green, blue), LineWidth: 1.5, Line: LineWith(line => line.simplify = false), Fill: Fill.ToNext_y, FillColor: Color.fromARGB(150, red, green, blue),
                    UseDefaults: false).WithoutHover(),
            };
        });
        var chart = Framed(
            Chart.Combine(curves.ToArray()), title, xTitle, yTitle, legend: false, height: Math.Clamp(140 + (26 * all.Length), 300, 720));
        return With(chart, layout =>
        {
            dynamic axis = new Plotly.NET.LayoutObjects.LinearAxis();
            axis.tickmode = "array";
            axis.tickvals = Enumerable.Range(0, all.Length).Select(i => all.Length - 1.0 - i).ToArray();
            axis.ticktext = all.Select(one => one.Name).ToArray();
            axis.showgrid = false;
            axis.zeroline = false;
            layout.yaxis = axis;
        });
    }

    // A Gaussian kernel of Silverman's width (1986): 0.9 · min(deviation, quartile distance / 1.34) · n^(-1/5).
    private static double[] Density(IReadOnlyList<double> values, double[] at)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0)
        {
            return new double[at.Length];
        }

        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Average(value => (value - mean) * (value - mean)));
        var quartiles = (sorted[(int)(0.75 * (sorted.Length - 1))] - sorted[(int)(0.25 * (sorted.Length - 1))]) / 1.34;
        var spread = quartiles > 0 ? Math.Min(deviation, quartiles) : deviation;
        var width = Math.Max(0.9 * spread * Math.Pow(sorted.Length, -0.2), (at[^1] - at[0]) / at.Length);

        // Many values are no smoother than a few thousand of them, evenly taken.
        var step = Math.Max(1, sorted.Length / 2000);
        var used = sorted.Where((_, i) => i % step == 0).ToArray();
        return [.. at.Select(x => used.Sum(value => Math.Exp(-0.5 * (x - value) * (x - value) / (width * width))) / (used.Length * width * Math.Sqrt(2 * Math.PI)))];
    }

    private static (double Low, double High) Bounds(IEnumerable<double> values, string parameter)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            throw new ArgumentException("There are no finite values to plot.", parameter);
        }

        var (low, high) = (finite.Min(), finite.Max());
        return high > low ? (low, high) : (low - 0.5, high + 0.5);
    }
}
