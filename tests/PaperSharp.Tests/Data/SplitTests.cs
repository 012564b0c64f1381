using PaperSharp.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Data;

public class SplitTests
{
    private const int Count = 23;

    /// <summary>Image i is a 2×2 image of i's; its label is i.</summary>
    private static Split Numbers() =>
        new(arange(Count, dtype: float32).view(Count, 1, 1, 1).expand(Count, 1, 2, 2).contiguous(), arange(Count, dtype: int64));

    [Fact]
    public void Batch_OneEpoch_GoesOnceThroughWholeBatches()
    {
        var seen = Enumerable.Range(0, 4).SelectMany(step => Labels(Numbers().Batch(step, 5, seed: 1))).ToArray();

        Assert.Equal(20, seen.Distinct().Count());
        Assert.NotEqual(seen.Order(), seen);
    }

    [Fact]
    public void Batch_ImagesAndLabels_BelongTogether()
    {
        var (images, labels) = Numbers().Batch(2, 5, seed: 1);

        Assert.Equal([5, 1, 2, 2], images.shape);
        Assert.Equal(labels.data<long>().ToArray().SelectMany(label => Enumerable.Repeat((float)label, 4)), images.data<float>().ToArray());
    }

    [Fact]
    public void Batch_AskedInAnyOrder_IsTheSame()
    {
        var split = Numbers();
        var forwards = Enumerable.Range(0, 12).Select(step => Labels(split.Batch(step, 5, seed: 1))).ToArray();
        var backwards = Enumerable.Range(0, 12).Reverse().Select(step => Labels(Numbers().Batch(step, 5, seed: 1))).Reverse().ToArray();

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Batch_OtherEpochOrSeed_OtherOrder()
    {
        var split = Numbers();
        Assert.NotEqual(Labels(split.Batch(0, 20, seed: 1)), Labels(split.Batch(1, 20, seed: 1)));
        Assert.NotEqual(Labels(split.Batch(0, 20, seed: 1)), Labels(split.Batch(0, 20, seed: 2)));
    }

    [Fact]
    public void Batch_NoGlobalRandomNumbers_AreUsed()
    {
        manual_seed(1);
        using var before = get_rng_state();

        Numbers().Batch(0, 5, seed: 1);

        using var after = get_rng_state();
        Assert.Equal(before.data<byte>().ToArray(), after.data<byte>().ToArray());
    }

    [Fact]
    public void Minibatches_OneEpoch_GoesOnceThroughWholeBatches()
    {
        using var generator = new Generator(3);
        var seen = Numbers().Minibatches(5, generator).SelectMany(Labels).ToArray();

        Assert.Equal(20, seen.Distinct().Count());
    }

    [Fact]
    public void Minibatches_NextBatch_DisposesTheOneBefore()
    {
        Tensor? first = null;
        foreach (var (images, _) in Numbers().Minibatches(5))
        {
            if (first is null)
            {
                first = images;
            }
            else
            {
                Assert.True(first.IsInvalid);
            }
        }
    }

    [Fact]
    public void Take_More_GivesAll() => Assert.Equal((3, Count), (Numbers().Take(3).Count, Numbers().Take(100).Count));

    [Fact]
    public void Batch_LargerThanAll_SaysSo()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Numbers().Batch(0, 24, seed: 1));

        Assert.Contains("A batch of 24 cannot be taken from 23 items", error.Message);
    }

    [Fact]
    public void Constructor_OtherNumberOfLabels_SaysSo()
    {
        Assert.Contains("[3, 1, 2, 2]", Assert.Throws<ArgumentException>(() => new Split(zeros(3, 1, 2, 2), zeros(4, dtype: int64))).Message);
    }

    private static long[] Labels((Tensor Images, Tensor Labels) batch) => batch.Labels.data<long>().ToArray();

    [Theory]
    [InlineData(28)]
    [InlineData(3)] // fewer pixels than a vector holds
    public void At_ImagesKeptAsBytes_AreTheNumbersOfTheImages(int side)
    {
        using var scope = NewDisposeScope();
        var pixels = arange(0, 40 * side * side, dtype: int64).remainder(256).to(uint8).reshape(40, 1, side, side);
        var index = tensor(new long[] { 39, 0, 7, 7, 21 });
        var split = Split.OfPixels(pixels, arange(40, dtype: int64));

        var (images, labels) = split.At(index);

        Assert.Equal((float32, float32), (images.dtype, split.Images.dtype));
        Assert.Equal((pixels.to(float32) / 255).index_select(0, index).data<float>().ToArray(), images.data<float>().ToArray());
        Assert.Equal(images.data<float>().ToArray(), split.Images.index_select(0, index).data<float>().ToArray());
        Assert.Equal([39, 0, 7, 7, 21], labels.data<long>().ToArray());
        Assert.Equal(float32, split.Take(3).Sample(2, seed: 1).Images.dtype);
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => split.At(tensor(new long[] { 40 })));
    }

    [Fact]
    public void Shrink_HalfTheSide_IsTheMeanOfEachFourPixels()
    {
        using var scope = NewDisposeScope();
        var pixels = arange(0, 3 * 16, dtype: int64).to(uint8).reshape(3, 1, 4, 4);
        var split = Split.OfPixels(pixels, arange(3, dtype: int64));

        var small = split.Shrink(2);

        var numbers = pixels.to(float32).data<float>().ToArray();
        var means = from n in Enumerable.Range(0, 3)
                    from y in new[] { 0, 2 }
                    from x in new[] { 0, 2 }
                    let corner = 16 * n + 4 * y + x
                    select (numbers[corner] + numbers[corner + 1] + numbers[corner + 4] + numbers[corner + 5]) / (4 * 255);
        Assert.Equal([3, 1, 2, 2], small.Images.shape);
        Assert.Equal(means, small.Images.data<float>().ToArray(), (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        Assert.Equal([0, 1, 2], small.Labels.data<long>().ToArray());
        Assert.Same(split, split.Shrink(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Shrink(5));
    }
}
