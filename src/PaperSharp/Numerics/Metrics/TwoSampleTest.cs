namespace PaperSharp.Numerics;

/// <summary>The outcome of a permutation test of whether two samples come from one distribution.</summary>
/// <param name="Statistic">The statistic of the samples as they are.</param>
/// <param name="Permuted">The statistic of each random division of all rows into two samples of the same sizes.</param>
public sealed record TwoSampleTest(double Statistic, IReadOnlyList<double> Permuted)
{
    /// <summary>
    /// The share of divisions with as large a statistic, the samples themselves counted as one of them, so that a test at
    /// level α rejects two samples of one distribution in at most a share α of all cases. At least 1 / (1 + divisions).
    /// </summary>
    public double P => (1.0 + Permuted.Count(one => one >= Statistic)) / (1 + Permuted.Count);
}
