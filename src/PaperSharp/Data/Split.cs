using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Data;

/// <summary>
/// A part of a dataset of labelled images, and minibatches of it. Only a batch is ever copied. Images kept as bytes, a
/// quarter of the memory, become numbers in [0, 1] in the batch.
/// </summary>
public sealed class Split
{
    private readonly TensorSet _set;
    private readonly bool _asNumbers;
    private Tensor? _images;

    /// <summary>Creates a part.</summary>
    /// <param name="images">[n, channels, height, width] float32 in [0, 1], or uint8 from 0 to 255.</param>
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

        _set = new TensorSet(true, images, labels);
    }

    private Split(TensorSet set, bool asNumbers)
    {
        _set = set;
        _asNumbers = asNumbers;
    }

    /// <summary>[n, channels, height, width] float32 in [0, 1], or uint8 from 0 to 255 where they are kept as bytes.</summary>
    public Tensor Images => _asNumbers ? Numbers() : _set.Tensors[0];

    /// <summary>[n] int64.</summary>
    public Tensor Labels => _set.Tensors[1];

    /// <summary>Number of images.</summary>
    public long Count => _set.Count;

    /// <summary>The first images of this part, without a copy.</summary>
    public Split Take(long count) => Of(_set.Take(count));

    /// <summary>A random choice of different images: the same for the same seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed of the choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many images.</exception>
    public Split Sample(int count, long seed) => Of(_set.Sample(count, seed));

    /// <summary>This part with its images shrunk, each pixel the mean of those that it covers; labels are shared.</summary>
    /// <param name="side">Height and width of the small images, at most the present ones; the present side returns this part.</param>
    /// <returns>Images [n, channels, side, side] float32; a copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The side is not between 1 and the images' own.</exception>
    public Split Shrink(int side)
    {
        var shape = _set.Tensors[0].shape;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(side);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, Math.Min(shape[^2], shape[^1]));
        if (shape[^2] == side && shape[^1] == side)
        {
            return this;
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var small = _set.Tensors[0].split(5_000).Select(part => nn.functional.adaptive_avg_pool2d(Numbers(part), side));
        return new Split(cat([.. small]).DetachFromDisposeScope(), Labels);
    }

    /// <summary>The images of these numbers, and their labels.</summary>
    /// <param name="index">[m] int64.</param>
    /// <returns>Images [m, …] float32 in [0, 1] and labels [m], copied; they belong to the dispose scope of the caller.</returns>
    public (Tensor Images, Tensor Labels) At(Tensor index) => Pair(_set.At(index));

    /// <summary>
    /// The batch of a training step: each epoch goes once through the images in an order of its own. It depends on the
    /// arguments alone, so that a resumed training sees the same batches as an uninterrupted one.
    /// </summary>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="size">Images in a batch; the remainder of an epoch is left out.</param>
    /// <param name="seed">Seed of the orders.</param>
    /// <returns>Images [size, …] float32 in [0, 1] and labels [size]; they belong to the dispose scope of the caller.</returns>
    public (Tensor Images, Tensor Labels) Batch(long step, int size, long seed) => Pair(_set.Batch(step, size, seed));

    /// <summary>One epoch in random order; the remainder that makes no whole batch is left out.</summary>
    /// <param name="size">Images in a batch.</param>
    /// <param name="generator">Source of the order; null for torch's own.</param>
    /// <returns>Images [size, …] float32 in [0, 1] and labels [size], which live until the next batch is asked for.</returns>
    public IEnumerable<(Tensor Images, Tensor Labels)> Minibatches(int size, Generator? generator = null) =>
        _set.Minibatches(size, generator).Select(Pair);

    /// <summary>
    /// A part whose images are kept as bytes for the batches, which so read a quarter of the memory, and seen as numbers:
    /// <see cref="Images"/> makes them when it is asked.
    /// </summary>
    /// <param name="pixels">[n, channels, height, width] uint8.</param>
    /// <param name="labels">[n] int64.</param>
    internal static Split OfPixels(Tensor pixels, Tensor labels) => new(new TensorSet(true, pixels, labels), asNumbers: true);

    private static (Tensor Images, Tensor Labels) Pair(Tensor[] batch) => (batch[0], batch[1]);

    private Split Of(TensorSet set) => new(set, _asNumbers);

    private Tensor Numbers()
    {
        lock (_set)
        {
            return _images ??= Numbers(_set.Tensors[0]).DetachFromDisposeScope();
        }
    }

    private static Tensor Numbers(Tensor images) => images.dtype == ScalarType.Byte ? images.to(float32).div_(255) : images;
}
