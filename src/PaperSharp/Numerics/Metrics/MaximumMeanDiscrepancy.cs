using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Numerics;

/// <summary>
/// The squared maximum mean discrepancy of two samples (Gretton et al. 2012; equation 3 of Li, Swersky and Zemel 2015) under
/// a sum of Gaussian kernels, k(x, y) = Σ_q exp(−‖x − y‖² / 2σ_q).
/// </summary>
/// <remarks>
/// As in the paper on generative moment matching networks, σ is <em>not</em> squared: it is the variance, in the unit of
/// ‖x − y‖². For a kernel exp(−‖x − y‖² / 2s²) give s².
/// Where no gradient is wanted, memory stays below 64 MB a kernel however long the samples are.
/// </remarks>
public static class MaximumMeanDiscrepancy
{
    /// <summary>The σ of the paper's networks for MNIST: {2, 5, 10, 20, 40, 80} for images in [0, 1] of 784 pixels.</summary>
    public static IReadOnlyList<double> UsualSigmas { get; } = [2, 5, 10, 20, 40, 80];

    /// <summary>
    /// The biased estimate (V-statistic): the three means of the kernel run over all pairs, the pairs of a row with itself
    /// included. Differentiable, never negative but for rounding, 0 for equal samples; too large by a term in 1/n + 1/m.
    /// </summary>
    /// <param name="x">[n, …] floating point; flattened to [n, d].</param>
    /// <param name="y">[m, …], as large a row as x has.</param>
    /// <param name="sigmas">The variances σ_q.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ArgumentException">There is no σ or no row, or the rows are not equally long.</exception>
    public static Tensor Squared(Tensor x, Tensor y, IReadOnlyList<double> sigmas)
    {
        using var scope = NewDisposeScope();
        var (a, b) = Samples(x, y, sigmas, least: 1);
        return (Mean(a, a, sigmas) - (2 * Mean(a, b, sigmas)) + Mean(b, b, sigmas)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The unbiased estimate (U-statistic): without the pairs of a row with itself, so that its mean is the squared discrepancy
    /// of the two distributions, and it is negative about as often as positive where they are the same. Differentiable.
    /// </summary>
    /// <param name="x">[n, …] floating point, n ≥ 2; flattened to [n, d].</param>
    /// <param name="y">[m, …], m ≥ 2, as large a row as x has.</param>
    /// <param name="sigmas">The variances σ_q.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ArgumentException">There is no σ, a sample is shorter than two rows, or the rows are not equally long.</exception>
    public static Tensor SquaredUnbiased(Tensor x, Tensor y, IReadOnlyList<double> sigmas)
    {
        using var scope = NewDisposeScope();
        var (a, b) = Samples(x, y, sigmas, least: 2);
        return (WithoutDiagonal(a, sigmas) - (2 * Mean(a, b, sigmas)) + WithoutDiagonal(b, sigmas)).MoveToOuterDisposeScope();
    }

    /// <summary>The kernel Σ_q exp(−‖xᵢ − yⱼ‖² / 2σ_q) of every pair of rows; differentiable.</summary>
    /// <param name="x">[n, …] floating point; flattened to [n, d].</param>
    /// <param name="y">[m, …], as large a row as x has.</param>
    /// <param name="sigmas">The variances σ_q.</param>
    /// <returns>[n, m], from 0 to the number of kernels.</returns>
    /// <exception cref="ArgumentException">There is no σ or no row, or the rows are not equally long.</exception>
    public static Tensor Kernel(Tensor x, Tensor y, IReadOnlyList<double> sigmas)
    {
        using var scope = NewDisposeScope();
        var (a, b) = Samples(x, y, sigmas, least: 1);
        return Kernel(Distances.Squared(a, b), sigmas).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Tests whether two samples come from one distribution: the unbiased estimate against what it is when the rows of both
    /// are dealt anew at random, which changes nothing if they do.
    /// </summary>
    /// <param name="x">[n, …] floating point, n ≥ 2.</param>
    /// <param name="y">[m, …], m ≥ 2.</param>
    /// <param name="sigmas">The variances σ_q.</param>
    /// <param name="permutations">How often the rows are dealt anew.</param>
    /// <param name="seed">Seed of the dealing.</param>
    /// <remarks>The kernel of all pairs is kept: 8 (n + m)² bytes.</remarks>
    /// <exception cref="ArgumentException">There is no σ, a sample is shorter than two rows, or the rows are not equally long.</exception>
    public static TwoSampleTest Test(Tensor x, Tensor y, IReadOnlyList<double> sigmas, int permutations = 200, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var generator = new Generator((ulong)seed);
        var (a, b) = Samples(x, y, sigmas, least: 2);
        var (n, m) = (a.shape[0], b.shape[0]);
        var pooled = cat([a, b]);
        var kernel = Kernel(Distances.Squared(pooled, pooled), sigmas).to(float64);
        kernel.diagonal().fill_(0);

        // A column of `first` [n + m, 1 + permutations] marks the rows that belong to x; the first column is how they came.
        var dealt = rand(permutations, n + m, generator: generator).argsort(1).to(a.device);
        var first = cat([arange(n + m, device: a.device).unsqueeze(0), dealt]).lt(n).to(float64).t();
        var towardsX = kernel.matmul(first);
        var total = kernel.sum([1], keepdim: true);
        var within = (first * towardsX).sum([0]);
        var across = ((1 - first) * towardsX).sum([0]);
        var others = ((1 - first) * (total - towardsX)).sum([0]);
        var estimates = (within / (n * (n - 1.0))) - (across * (2.0 / (n * m))) + (others / (m * (m - 1.0)));
        var values = estimates.cpu().data<double>().ToArray();
        return new(values[0], values[1..]);
    }

    private static Tensor Kernel(Tensor squared, IReadOnlyList<double> sigmas)
    {
        var sum = (squared * (-0.5 / sigmas[0])).exp();
        for (var q = 1; q < sigmas.Count; q++)
        {
            sum += (squared * (-0.5 / sigmas[q])).exp();
        }

        return sum;
    }

    private static Tensor Sum(Tensor x, Tensor y, IReadOnlyList<double> sigmas) =>
        Distances.InChunks(x, y, squared => Kernel(squared, sigmas).sum([1]), dim: 0).sum();

    private static Tensor Mean(Tensor x, Tensor y, IReadOnlyList<double> sigmas) =>
        Sum(x, y, sigmas) / ((double)x.shape[0] * y.shape[0]);

    // A row is at distance 0 from itself, where every kernel is 1 (in float32 the distance may be a rounding error instead).
    private static Tensor WithoutDiagonal(Tensor x, IReadOnlyList<double> sigmas)
    {
        var n = x.shape[0];
        return (Sum(x, x, sigmas) - ((double)n * sigmas.Count)) / (n * (n - 1.0));
    }

    private static (Tensor X, Tensor Y) Samples(Tensor x, Tensor y, IReadOnlyList<double> sigmas, long least)
    {
        ArgumentNullException.ThrowIfNull(sigmas);
        if (sigmas.Count == 0 || sigmas.Any(sigma => !(sigma > 0)))
        {
            throw new ArgumentException("The kernel needs at least one σ, and each must be above 0.", nameof(sigmas));
        }

        var (a, b) = (Distances.Rows(x), Distances.Rows(y));
        if (a.shape[0] < least || b.shape[0] < least)
        {
            throw new ArgumentException($"Each sample needs at least {least} rows, not {a.shape[0]} and {b.shape[0]}.");
        }

        return (a, b);
    }
}
