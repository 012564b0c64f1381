using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Data;

/// <summary>A part of a dataset, and minibatches of it. Only a batch is ever copied.</summary>
public sealed class Split
{
    private (long Seed, long Epoch, Tensor Order)? _shuffle;

    /// <summary>Creates a part.</summary>
    /// <param name="images">[n, channels, height, width] float32 in [0, 1].</param>
    /// <param name="labels">[n] int64.</param>
    public Split(Tensor images, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.dim() != 1 || images.dim() < 1 || images.shape[0] != labels.shape[0])
        {
            throw new ArgumentException(
                $"Images [{string.Join(", ", images.shape)}] and labels [{string.Join(", ", labels.shape)}] are not as many.", nameof(labels));
        }

        Images = images;
        Labels = labels;
    }

    /// <summary>[n, channels, height, width] float32 in [0, 1].</summary>
    public Tensor Images { get; }

    /// <summary>[n] int64.</summary>
    public Tensor Labels { get; }

    /// <summary>Number of images.</summary>
    public long Count => Labels.shape[0];

    /// <summary>The first images of this part, without a copy.</summary>
    public Split Take(long count) => new(Images.narrow(0, 0, Math.Min(count, Count)), Labels.narrow(0, 0, Math.Min(count, Count)));

    /// <summary>
    /// The batch of a training step: each epoch goes once through the images in an order of its own. It depends on the
    /// arguments alone, so that a resumed training sees the same batches as an uninterrupted one.
    /// </summary>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="size">Images in a batch; the remainder of an epoch is left out.</param>
    /// <param name="seed">Seed of the orders.</param>
    /// <returns>Images [size, …] and labels [size]; they belong to the dispose scope of the caller.</returns>
    public (Tensor Images, Tensor Labels) Batch(long step, int size, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ThrowIfNoBatch(size);
        var batches = Count / size;
        var index = Order(seed, step / batches).narrow(0, step % batches * size, size);
        return (Images.index_select(0, index), Labels.index_select(0, index));
    }

    /// <summary>One epoch in random order; the remainder that makes no whole batch is left out.</summary>
    /// <param name="size">Images in a batch.</param>
    /// <param name="generator">Source of the order; null for torch's own.</param>
    /// <returns>Images [size, …] and labels [size], which live until the next batch is asked for.</returns>
    public IEnumerable<(Tensor Images, Tensor Labels)> Minibatches(int size, Generator? generator = null)
    {
        ThrowIfNoBatch(size);
        using var order = randperm(Count, generator: generator).to(Images.device).DetachFromDisposeScope();
        for (long start = 0; start + size <= Count; start += size)
        {
            using var index = order.narrow(0, start, size).DetachFromDisposeScope();
            using var images = Images.index_select(0, index).DetachFromDisposeScope();
            using var labels = Labels.index_select(0, index).DetachFromDisposeScope();
            yield return (images, labels);
        }
    }

    private Tensor Order(long seed, long epoch)
    {
        if (_shuffle is { } kept && kept.Seed == seed && kept.Epoch == epoch)
        {
            return kept.Order;
        }

        _shuffle?.Order.Dispose();
        using var generator = new Generator(new SplitMix((ulong)seed + (ulong)epoch * 0xD1342543DE82EF95).Next());
        var order = randperm(Count, generator: generator).to(Images.device).DetachFromDisposeScope();
        _shuffle = (seed, epoch, order);
        return order;
    }

    private void ThrowIfNoBatch(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (size > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(size), $"A batch of {size} cannot be taken from {Count} images.");
        }
    }
}
