using System.Globalization;

namespace PaperSharp.Plotting;

/// <summary>A named curve.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Y">Its values; NaN leaves a gap.</param>
/// <param name="X">Where the values are; null for 1, 2, 3, …</param>
public sealed record Series(string Name, IReadOnlyList<double> Y, IReadOnlyList<double>? X = null)
{
    // More points than a screen has columns only make the notebook larger.
    private const int MostPoints = 800;

    /// <summary>The points to draw: all, or the lowest and the highest of each stretch when there are very many.</summary>
    internal (double[] X, double[] Y) Points()
    {
        if (X is not null && X.Count != Y.Count)
        {
            throw new ArgumentException($"Series \"{Name}\" has {X.Count} x values for {Y.Count} y values.");
        }

        var kept = Y.Count <= MostPoints ? Enumerable.Range(0, Y.Count) : Thinned();
        var indices = kept.ToArray();
        return ([.. indices.Select(i => X?[i] ?? i + 1)], [.. indices.Select(i => ShownDigits(Y[i]))]);
    }

    // Six digits are more than a chart shows, and a third of the text of all of them.
    internal static double ShownDigits(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private IEnumerable<int> Thinned()
    {
        const int stretches = MostPoints / 2;
        for (var s = 0; s < stretches; s++)
        {
            var (start, end) = ((int)((long)Y.Count * s / stretches), (int)((long)Y.Count * (s + 1) / stretches));
            var (low, high) = (start, start);
            for (var i = start; i < end; i++)
            {
                low = Y[i] < Y[low] ? i : low;
                high = Y[i] > Y[high] ? i : high;
            }

            yield return Math.Min(low, high);
            if (low != high)
            {
                yield return Math.Max(low, high);
            }
        }
    }
}
