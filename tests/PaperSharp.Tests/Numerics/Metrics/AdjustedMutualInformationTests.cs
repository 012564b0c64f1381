using PaperSharp.Numerics;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Numerics.Metrics;

public sealed class AdjustedMutualInformationTests
{
    private static readonly long[] s_six = [0, 0, 1, 1, 2, 2];
    private static readonly long[] s_other = [0, 0, 0, 1, 1, 2];

    // The 17 labels of scikit-learn's own test, which prints 0.27821 for the mean and, before version 0.22, 0.27502 for the larger
    // entropy; further digits from the hypergeometric distribution in rational arithmetic.
    [Theory]
    [InlineData(EntropyNormaliser.Mean, 0.278209646573)]
    [InlineData(EntropyNormaliser.Maximum, 0.275015062446)]
    public void Of_SeventeenLabels_EqualsRationalArithmetic(EntropyNormaliser normaliser, double expected)
    {
        long[] a = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
        long[] b = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
        Assert.Equal(expected, AdjustedMutualInformation.Of(a, b, normaliser), 1e-11);
        Assert.Equal(expected, AdjustedMutualInformation.Of(b, a, normaliser), 1e-11);
    }

    [Fact]
    public void Of_SixLabels_EqualsTheMeanOverAllPermutations()
    {
        var mutual = Permutations([.. s_other]).Select(permuted => Mutual(s_six, permuted)).ToArray();
        var mean = mutual.Average();
        Assert.Equal(720, mutual.Length);
        Assert.Equal(mean, AdjustedMutualInformation.Expected([2, 2, 2], [3, 2, 1], 6), 1e-12);
        Assert.Equal(
            (Mutual(s_six, s_other) - mean) / (((Mutual(s_six, s_six) + Mutual(s_other, s_other)) / 2) - mean),
            AdjustedMutualInformation.Of(s_six, s_other), 1e-12);
    }

    [Fact]
    public void Of_OtherNames_IsOne() => Assert.Equal(1, AdjustedMutualInformation.Of(s_six, [9, 9, 4, 4, -7, -7]), 1e-12);

    [Fact]
    public void Of_RandomGroups_IsAboutZero()
    {
        var random = new Random(3);
        var scores = Enumerable.Range(0, 200).Select(_ => AdjustedMutualInformation.Of(
            [.. Enumerable.Range(0, 50).Select(_ => (long)random.Next(3))], [.. Enumerable.Range(0, 50).Select(_ => (long)random.Next(4))])).ToArray();

        // Standard error of the mean about 0.002.
        Assert.Equal(0, scores.Average(), 0.01);
    }

    [Fact]
    public void Of_SingleGroups_AreOneOrZero()
    {
        Assert.Equal(0, AdjustedMutualInformation.Of([0, 0, 0, 0], [0, 1, 2, 3]), 1e-12);
        Assert.Equal(0, AdjustedMutualInformation.Of([5, 5, 5, 5], [0, 0, 1, 1]), 1e-12);
        Assert.Equal(1, AdjustedMutualInformation.Of([5, 5, 5], [2, 2, 2]));
        Assert.Equal(1, AdjustedMutualInformation.Of([0, 1, 2], [2, 0, 1]));
        Assert.Equal(1, AdjustedMutualInformation.Of([], []));
    }

    [Fact]
    public void Of_AnotherNumberOfLabels_Throws() => Assert.Throws<ArgumentException>(() => AdjustedMutualInformation.Of([1, 2], [1]));

    [Fact]
    public void PerImage_TwoImages_LeavesTheIgnoredPixelsOut()
    {
        using var truth = tensor(new long[,] { { 0, 1, 1, 2, 2, 0 }, { 1, 1, 2, 2, 0, 0 } });
        using var found = tensor(new long[,] { { 1, 0, 0, 1, 1, 0 }, { 0, 1, 0, 1, 1, 1 } });
        var scores = AdjustedMutualInformation.PerImage(truth.view(2, 2, 3), found.view(2, 2, 3));
        Assert.Equal(1, scores[0], 1e-12);
        Assert.Equal(AdjustedMutualInformation.Of([1, 1, 2, 2], [0, 1, 0, 1]), scores[1], 1e-12);
        Assert.Throws<ArgumentException>(() => AdjustedMutualInformation.PerImage(truth, found.view(2, 2, 3)));
    }

    // By the definition: Σ p(u, v) log p(u, v) / p(u) p(v).
    private static double Mutual(long[] a, long[] b) => a.Zip(b).GroupBy(pair => pair).Sum(both =>
    {
        double Share(long[] labels, long label) => labels.Count(one => one == label) / (double)labels.Length;
        var p = both.Count() / (double)a.Length;
        return p * Math.Log(p / (Share(a, both.Key.First) * Share(b, both.Key.Second)));
    });

    private static IEnumerable<long[]> Permutations(long[] labels) => labels.Length <= 1
        ? [labels]
        : Enumerable.Range(0, labels.Length).SelectMany(i => Permutations([.. labels[..i], .. labels[(i + 1)..]]).Select(rest => (long[])[labels[i], .. rest]));
}
