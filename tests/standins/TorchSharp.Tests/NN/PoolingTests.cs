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

    /// <summary>Windows of 2×2 have a kernel of their own; with a stride of 1 the same windows are libtorch's.</summary>
    [Theory]
    [InlineData(ScalarType.Float32, 6, 8)]
    [InlineData(ScalarType.Float32, 7, 37)]
    [InlineData(ScalarType.Float64, 2, 2)]
    [InlineData(ScalarType.Float64, 9, 20)]
    public void MaxPool2d_TouchingWindows_EqualsEverySecondOverlappingOne(ScalarType type, int height, int width)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var x = randint(0, 4, [2, 3, height, width], dtype: type);
        x[0, 0, 0, 1] = double.NaN;
        x[0, 1] = double.NegativeInfinity;
        x.requires_grad_();

        var (values, indices) = nn.MaxPool2d(2).forward_with_indices(x);
        var (allValues, allIndices) = nn.MaxPool2d(2, stride: 1).forward_with_indices(x);

        var (rows, columns) = (height / 2, width / 2);
        Assert.Equal([2, 3, rows, columns], values.shape);
        Assert.Equal(Values.Of(EverySecond(allValues)), Values.Of(values));
        Assert.Equal(Values.Of(EverySecond(allIndices)), Values.Of(indices));

        values.nan_to_num(0, 0, 0).sum().backward();
        Assert.Equal((2 * 3 * rows * columns) - 1 - (rows * columns), Values.Of(x.grad!).Sum());

        Tensor EverySecond(Tensor all) => all.slice(2, 0, 2 * rows, 2).slice(3, 0, 2 * columns, 2);
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
