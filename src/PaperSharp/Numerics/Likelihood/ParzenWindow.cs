using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Numerics;

/// <summary>
/// The Parzen-window estimate of a model's log-likelihood from its samples, as in Goodfellow et al. 2014 (section 5) and
/// Li, Swersky and Zemel 2015 (section 5.1): a Gaussian of standard deviation σ around every sample,
/// log p(x) = log (1/n) Σᵢ exp(−‖x − sᵢ‖² / 2σ²) − d log(σ √2π), in nats.
/// </summary>
/// <remarks>
/// Scores are comparable only between models that use as many samples, the same data and the same grid of bandwidths;
/// the estimate rewards memorising the training set.
/// </remarks>
public sealed class ParzenWindow
{
    /// <summary>The ten bandwidths from 0.1 to 1, evenly in their logarithms, that are customary for images in [0, 1].</summary>
    public static IReadOnlyList<double> UsualBandwidths { get; } = [.. Enumerable.Range(0, 10).Select(i => Math.Pow(10, -1 + (i / 9.0)))];

    private readonly Tensor _samples;

    /// <summary>Places a window on each sample.</summary>
    /// <param name="samples">[n, …] floating point, one sample a row; [n, d] after flattening. Kept, not copied.</param>
    /// <param name="bandwidth">The standard deviation σ of each Gaussian, in the unit of the data.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public ParzenWindow(Tensor samples, double bandwidth)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bandwidth);
        if (samples.dim() == 0 || samples.shape[0] == 0)
        {
            throw new ArgumentException("A Parzen window needs at least one sample.", nameof(samples));
        }

        _samples = samples;
        Bandwidth = bandwidth;
    }

    /// <summary>The standard deviation σ.</summary>
    public double Bandwidth { get; }

    /// <summary>Chooses the bandwidth under which held-out data is likeliest.</summary>
    /// <param name="samples">[n, …] samples of the model.</param>
    /// <param name="validation">[m, …] data that is neither trained nor tested on.</param>
    /// <param name="bandwidths">What to choose from; null for <see cref="UsualBandwidths"/>.</param>
    /// <returns>The window, and the mean log-likelihood (nats) of the validation data under every bandwidth.</returns>
    /// <exception cref="ArgumentException">There is nothing to choose from, or the shapes do not fit.</exception>
    public static (ParzenWindow Window, IReadOnlyList<(double Bandwidth, double Nats)> Tried) Select(
        Tensor samples, Tensor validation, IReadOnlyList<double>? bandwidths = null)
    {
        var grid = bandwidths ?? UsualBandwidths;
        if (grid.Count == 0)
        {
            throw new ArgumentException("There is no bandwidth to choose from.", nameof(bandwidths));
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var scores = LogDensities(samples, validation, grid).to(float64).mean([1]).cpu();
        var tried = grid.Select((bandwidth, i) => (bandwidth, scores[i].item<double>())).ToArray();
        return (new ParzenWindow(samples, tried.MaxBy(one => one.Item2).bandwidth), tried);
    }

    /// <summary>The log-density of each point.</summary>
    /// <param name="points">[m, …], as large a row as a sample.</param>
    /// <returns>[m] nats, without gradient; in memory of at most 64 MB besides.</returns>
    /// <exception cref="ArgumentException">The points are of another size than the samples.</exception>
    public Tensor LogLikelihood(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return LogDensities(_samples, points, [Bandwidth])[0].MoveToOuterDisposeScope();
    }

    /// <summary>The mean log-likelihood of the points and its standard error over them, in nats, as papers print it.</summary>
    /// <param name="points">[m, …], as large a row as a sample.</param>
    /// <exception cref="ArgumentException">The points are of another size than the samples.</exception>
    public (double Mean, double StandardError) Score(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var nats = LogLikelihood(points).to(float64);
        var error = nats.numel() > 1 ? nats.std().item<double>() / Math.Sqrt(nats.numel()) : double.NaN;
        return (nats.mean().item<double>(), error);
    }

    // All bandwidths share the distances, which are what costs: [bandwidths, m].
    private static Tensor LogDensities(Tensor samples, Tensor points, IReadOnlyList<double> bandwidths)
    {
        ArgumentNullException.ThrowIfNull(points);
        var (rows, queries) = (Distances.Rows(samples), Distances.Rows(points));
        var dimensions = rows.shape[1];
        return Distances.InChunks(queries, rows, squared => stack([.. bandwidths.Select(width => One(squared, width))]), dim: 1);

        // A scope for each bandwidth: together, what they leave behind would be many times the distances.
        Tensor One(Tensor squared, double width)
        {
            using var scope = NewDisposeScope();
            var normaliser = dimensions * Math.Log(width * Math.Sqrt(2 * Math.PI));
            return ((squared * (-0.5 / (width * width))).LogMeanExp(1) - normaliser).MoveToOuterDisposeScope();
        }
    }
}
