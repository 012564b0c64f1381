namespace PaperSharp.Plotting;

/// <summary>The same curve from several runs, one for each seed.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">[runs][points]; all runs have as many points.</param>
/// <param name="X">Where the points are; null for 1, 2, 3, …</param>
public sealed record Runs(string Name, IReadOnlyList<IReadOnlyList<double>> Values, IReadOnlyList<double>? X = null)
{
    /// <summary>The mean over the runs at each point, and the band's edges.</summary>
    internal (double[] Mean, double[] Low, double[] High) Summary(Spread spread)
    {
        if (Values.Count == 0 || Values.Any(run => run.Count != Values[0].Count))
        {
            throw new ArgumentException($"The runs of \"{Name}\" have {string.Join(", ", Values.Select(run => run.Count))} points; they must have the same number.");
        }

        var points = Enumerable.Range(0, Values[0].Count).Select(i => Values.Select(run => run[i]).ToArray()).ToArray();
        var mean = points.Select(point => point.Average()).ToArray();
        if (spread == Spread.Range)
        {
            return (mean, [.. points.Select(point => point.Min())], [.. points.Select(point => point.Max())]);
        }

        var half = points.Select((point, i) => HalfWidth(point, mean[i], spread)).ToArray();
        return (mean, [.. mean.Zip(half, (m, h) => m - h)], [.. mean.Zip(half, (m, h) => m + h)]);
    }

    private static double HalfWidth(double[] values, double mean, Spread spread)
    {
        var n = values.Length;
        if (n < 2)
        {
            return 0;
        }

        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1));
        return spread == Spread.Deviation ? deviation : MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, n - 1, 0.975) * deviation / Math.Sqrt(n);
    }
}

/// <summary>What the band around a mean of several runs shows.</summary>
public enum Spread
{
    /// <summary>From the lowest run to the highest: all that two or three runs can tell.</summary>
    Range,

    /// <summary>One standard deviation of the runs, unbiased, to each side.</summary>
    Deviation,

    /// <summary>The 95 % confidence interval of the mean, by Student's t: wants five runs or more.</summary>
    Confidence,
}
