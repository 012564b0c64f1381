using PaperSharp.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Numerics.Metrics;

public sealed class MaximumMeanDiscrepancyTests
{
    private static readonly double[] s_sigmas = [0.3, 1, 4.5];

    [Theory]
    [InlineData(ScalarType.Float32, 2e-6)]
    [InlineData(ScalarType.Float64, 1e-13)]
    public void Squared_SmallSamples_EqualsTheLoopOverAllPairs(ScalarType type, double tolerance)
    {
        using var x = Values.Seeded(1, 7, 2, 2).to(type);
        using var y = Values.Seeded(2, 5, 4).to(type);
        var (a, b) = (x.flatten(1).Rows(), y.Rows());
        var expected = Pairs(a, a, self: true) - (2 * Pairs(a, b, self: true)) + Pairs(b, b, self: true);
        Assert.Equal(expected, MaximumMeanDiscrepancy.Squared(x, y, s_sigmas).Number(), tolerance);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 2e-6)]
    [InlineData(ScalarType.Float64, 1e-13)]
    public void SquaredUnbiased_SmallSamples_EqualsTheLoopOverOtherPairs(ScalarType type, double tolerance)
    {
        using var x = Values.Seeded(1, 7, 4).to(type);
        using var y = Values.Seeded(2, 5, 4).to(type);
        var (a, b) = (x.Rows(), y.Rows());
        var expected = Pairs(a, a, self: false) - (2 * Pairs(a, b, self: true)) + Pairs(b, b, self: false);
        Assert.Equal(expected, MaximumMeanDiscrepancy.SquaredUnbiased(x, y, s_sigmas).Number(), tolerance);
    }

    [Fact]
    public void Squared_OneSigma_IsAVariance()
    {
        using var x = zeros(1, 1, dtype: float64);
        using var y = full(1, 1, 3.0, dtype: float64);
        Assert.Equal(2 - (2 * Math.Exp(-9 / (2 * 5.0))), MaximumMeanDiscrepancy.Squared(x, y, [5]).Number(), 1e-14);
    }

    [Fact]
    public void Squared_EqualSamples_IsZeroInAnyOrder()
    {
        using var x = Values.Seeded(1, 40, 6).to(float32);
        using var y = x.flip(0);
        Assert.Equal(0, MaximumMeanDiscrepancy.Squared(x, x, MaximumMeanDiscrepancy.UsualSigmas).Number(), 2e-6);
        Assert.Equal(0, MaximumMeanDiscrepancy.Squared(x, y, MaximumMeanDiscrepancy.UsualSigmas).Number(), 2e-6);
    }

    [Fact]
    public void Squared_Gradient_EqualsFiniteDifferences()
    {
        using var x = Values.Seeded(1, 4, 3);
        using var y = Values.Seeded(2, 5, 3);
        Assert.InRange(GradientCheck.Of(one => MaximumMeanDiscrepancy.Squared(one, y, s_sigmas), x).RelativeError, 0, 1e-7);
        Assert.InRange(GradientCheck.Of(one => MaximumMeanDiscrepancy.SquaredUnbiased(y, one, s_sigmas), x).RelativeError, 0, 1e-7);
    }

    [Fact]
    public void Squared_MoreThanOnePart_EqualsThePartsTogether()
    {
        using var x = Values.Seeded(1, 4300, 2);
        using var y = Values.Seeded(2, 4200, 2);
        using var xx = MaximumMeanDiscrepancy.Kernel(x, x, [0.2]);
        using var xy = MaximumMeanDiscrepancy.Kernel(x, y, [0.2]);
        using var yy = MaximumMeanDiscrepancy.Kernel(y, y, [0.2]);
        var (own, across, other) = (xx.mean().Number(), xy.mean().Number(), yy.mean().Number());
        Assert.Equal(own - (2 * across) + other, MaximumMeanDiscrepancy.Squared(x, y, [0.2]).Number(), 1e-12);
    }

    [Fact]
    public void Test_TwoDistributions_IsTheLoopOverDivisions()
    {
        using var x = Values.Seeded(1, 6, 2);
        using var y = Values.Seeded(2, 5, 2) * 0.5;
        var test = MaximumMeanDiscrepancy.Test(x, y, s_sigmas, permutations: 4000, seed: 3);
        Assert.Equal(MaximumMeanDiscrepancy.SquaredUnbiased(x, y, s_sigmas).Number(), test.Statistic, 1e-12);

        // All 462 ways to choose the 6 rows of the first sample from 11.
        var rows = cat([x, y]).Rows();
        var all = Enumerable.Range(0, 1 << 11).Where(set => int.PopCount(set) == 6).Select(set =>
        {
            var first = rows.Where((_, i) => (set >> i & 1) == 1).ToArray();
            var second = rows.Where((_, i) => (set >> i & 1) == 0).ToArray();
            return Pairs(first, first, self: false) - (2 * Pairs(first, second, self: true)) + Pairs(second, second, self: false);
        }).ToArray();
        Assert.Equal(462, all.Length);
        Assert.All(test.Permuted, one => Assert.Contains(all, other => Math.Abs(one - other) < 1e-12));
        Assert.Equal((double)all.Count(one => one >= test.Statistic - 1e-12) / all.Length, test.P, 0.03);
    }

    [Fact]
    public void Test_FarSamples_HasTheLeastP()
    {
        using var x = Values.Seeded(1, 30, 2);
        using var y = Values.Seeded(2, 25, 2) + 3;
        Assert.Equal(1.0 / 100, MaximumMeanDiscrepancy.Test(x, y, s_sigmas, permutations: 99).P, 1e-15);
    }

    [Fact]
    public void P_Statistic_CountsItself() =>
        Assert.Equal(3.0 / 5, new TwoSampleTest(2, [1, 2, 3, 0]).P, 1e-15);

    [Fact]
    public void Squared_BadArguments_SaysSo()
    {
        using var x = Values.Of(4, 3);
        using var y = Values.Of(1, 2);
        Assert.Contains("[4, 3] and [1, 2]", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Squared(x, y, s_sigmas)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one σ", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Squared(x, x, [])).Message, StringComparison.Ordinal);
        Assert.Contains("not 4 and 1", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.SquaredUnbiased(x, y, s_sigmas)).Message, StringComparison.Ordinal);
    }

    // The mean kernel over pairs of rows; without the pairs of a row with itself where the samples are one.
    private static double Pairs(double[][] x, double[][] y, bool self) =>
        x.SelectMany((a, i) => y.Where((_, j) => self || i != j).Select(b =>
            s_sigmas.Sum(sigma => Math.Exp(-a.Zip(b, (p, q) => (p - q) * (p - q)).Sum() / (2 * sigma))))).Average();
}
