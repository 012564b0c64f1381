using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class PoolingTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 1)]
    [InlineData(3, 1, 1)]
    public void MaxAndAvgPool2d_RandomImages_EqualLoopsOverWindows(int size, int stride, int padding)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (height, width) = (6, 8);
        var x = randn(2, height, width, dtype: float64);
        var values = Values.Of(x);

        var max = nn.MaxPool2d(size, stride, padding).call(x.unsqueeze(0));
        var mean = nn.AvgPool2d(size, stride, padding).call(x.unsqueeze(0));

        var (rows, columns) = ((int)max.shape[2], (int)max.shape[3]);
        var (largest, average) = (new double[2 * rows * columns], new double[2 * rows * columns]);
        for (var at = 0; at < largest.Length; at++)
        {
            var (channel, row, column) = (at / (rows * columns), at / columns % rows, at % columns);
            var window = (from i in Enumerable.Range((row * stride) - padding, size)
                          from j in Enumerable.Range((column * stride) - padding, size)
                          where i >= 0 && i < height && j >= 0 && j < width
                          select values[(((channel * height) + i) * width) + j]).ToArray();
            largest[at] = window.Max();
            average[at] = window.Sum() / (size * size);
        }

        Values.Close(largest, max, Tolerance);
        Values.Close(average, mean, Tolerance);
    }

    [Fact]
    public void MaxPool2d_WithIndices_PointsAtTheMaxima()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var x = randn(1, 1, 4, 4, dtype: float64);

        var (values, indices) = nn.MaxPool2d(2).forward_with_indices(x);

        var flat = Values.Of(x);
        Assert.Equal(Values.Of(values), Values.Of(indices).Select(index => flat[(int)index]));
    }

    [Fact]
    public void AdaptivePools_ToOneValue_AreMeanAndMaximum()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var x = randn(2, 3, 5, 7, dtype: float64);

        Values.Close(Values.Of(x.mean([2, 3])), nn.AdaptiveAvgPool2d(1).call(x), Tolerance);
        Values.Close(Values.Of(x.amax([2, 3])), nn.AdaptiveMaxPool2d([1, 1]).call(x), Tolerance);
        Assert.Equal([2, 3, 2, 4], nn.AdaptiveAvgPool2d((2, 4)).call(x).shape);
    }

    [Fact]
    public void Pool1d_Line_TakesMaximaAndMeans()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 5, 2, 4, 3, 6 }).view(1, 1, 6);
        Assert.Equal([5, 4, 6], Values.Of(nn.MaxPool1d(2).call(x)));
        Assert.Equal([3, 3, 4.5], Values.Of(nn.AvgPool1d(2).call(x)));
    }
}
