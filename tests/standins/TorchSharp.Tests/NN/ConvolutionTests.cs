using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>Convolutions against loops over every index, and their transposes as the adjoint maps that they are.</summary>
public class ConvolutionTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1, 1, 1, 0, 1, 1)]
    [InlineData(2, 4, 3, 1, 1, 1)]
    [InlineData(4, 2, 3, 2, 2, 2)]
    [InlineData(3, 5, 2, 0, 3, 1)]
    [InlineData(4, 4, 3, 1, 1, 4)]
    public void Conv2d_RandomInput_EqualsDirectLoop(int inputs, int outputs, int size, int padding, int stride, int groups)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var convolution = nn.Conv2d(inputs, outputs, size, stride, padding, groups: groups, dtype: float64);
        var (height, width) = (7, 9);
        var x = randn(2, inputs, height, width, dtype: float64);

        var y = convolution.call(x);

        var (image, weight, bias) = (Values.Of(x), Values.Of(convolution.weight), Values.Of(convolution.bias!));
        var (rows, columns) = ((int)y.shape[2], (int)y.shape[3]);
        Assert.Equal((height + (2 * padding) - size) / stride + 1, rows);
        var (perGroup, outputsPerGroup) = (inputs / groups, outputs / groups);
        var expected = new double[y.numel()];
        for (var at = 0; at < expected.Length; at++)
        {
            var (n, k, r, c) = (at / (columns * rows * outputs), at / (columns * rows) % outputs, at / columns % rows, at % columns);
            var sum = bias[k];
            for (var channel = 0; channel < perGroup; channel++)
            {
                for (var i = 0; i < size; i++)
                {
                    for (var j = 0; j < size; j++)
                    {
                        var (row, column) = ((r * stride) - padding + i, (c * stride) - padding + j);
                        if (row >= 0 && row < height && column >= 0 && column < width)
                        {
                            var from = (k / outputsPerGroup * perGroup) + channel;
                            sum += image[(((n * inputs) + from) * height + row) * width + column] * weight[(((k * perGroup) + channel) * size + i) * size + j];
                        }
                    }
                }
            }

            expected[at] = sum;
        }

        Values.Close(expected, y, Tolerance);
    }

    [Theory]
    [InlineData(1, 0, 0, 1, 1)]
    [InlineData(2, 1, 1, 1, 1)]
    [InlineData(3, 0, 2, 2, 2)]
    public void ConvTranspose2d_RandomInput_IsTheAdjointOfConv2d(int stride, int padding, int outputPadding, int dilation, int groups)
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var transposed = nn.ConvTranspose2d(4, 6, 3, stride, padding, outputPadding, dilation, groups: groups, bias: false, dtype: float64);
        var y = randn(2, 4, 5, 6, dtype: float64);

        var x = transposed.call(y);
        var back = randn_like(x);
        var forth = nn.functional.conv2d(back, transposed.weight, null, [stride, stride], [padding, padding], [dilation, dilation], groups);

        Assert.Equal(y.shape, forth.shape);
        Assert.Equal((forth * y).sum().item<double>(), (back * x).sum().item<double>(), 1e-10);
    }

    [Fact]
    public void ConvTranspose2d_OutputSize_PicksAmongTheSizesOfTheStride()
    {
        using var scope = NewDisposeScope();
        var transposed = nn.ConvTranspose2d(1, 1, 3, stride: 2, padding: 1);
        var x = ones(1, 1, 4, 4);

        Assert.Equal([1, 1, 8, 7], transposed.forward(x, [8, 7]).shape);
        Assert.Throws<ArgumentException>(() => transposed.forward(x, [9, 7]));
    }

    [Fact]
    public void Conv1d_And3d_EqualConv2dWithDimensionsOfOne()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var (x1, x3) = (randn(2, 3, 8, dtype: float64), randn([2, 3, 1, 6, 7], dtype: float64));
        var (one, three) = (nn.Conv1d(3, 4, 3, padding: 1, dtype: float64), nn.Conv3d(3, 4, (1, 3, 2), dtype: float64));

        var flat = nn.functional.conv2d(x1.unsqueeze(2), one.weight.unsqueeze(2), one.bias, padding: [0, 1]);
        Values.Close(Values.Of(flat), one.call(x1), Tolerance);
        var plane = nn.functional.conv2d(x3.select(2, 0), three.weight.select(2, 0), three.bias);
        Values.Close(Values.Of(plane), three.call(x3), Tolerance);
    }

    [Theory]
    [InlineData(PaddingModes.Circular)]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    public void Conv2d_PaddingMode_EqualsPaddingFirst(PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var convolution = nn.Conv2d(2, 3, (3, 2), padding: (1, 2), padding_mode: mode, dtype: float64);
        var x = randn(2, 2, 5, 6, dtype: float64);

        var padded = nn.functional.pad(x, [2, 2, 1, 1], mode);
        var expected = nn.functional.conv2d(padded, convolution.weight, convolution.bias);

        Values.Close(Values.Of(expected), convolution.call(x), Tolerance);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void Conv2d_SamePadding_KeepsTheSize(int size, int dilation)
    {
        using var scope = NewDisposeScope();
        var (zeros_, circular) = (
            nn.Conv2d(1, 1, size, Padding.Same, dilation: dilation),
            nn.Conv2d(1, 1, size, Padding.Same, dilation: dilation, padding_mode: PaddingModes.Circular));

        Assert.Equal([1, 1, 9, 8], zeros_.call(ones(1, 1, 9, 8)).shape);
        Assert.Equal([1, 1, 9, 8], circular.call(ones(1, 1, 9, 8)).shape);
    }

    [Fact]
    public void Conv2d_ChannelsNotDivisibleByGroups_Throws()
    {
        Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 1, groups: 2));
        Assert.Throws<ArgumentException>(() => nn.Conv2d(4, 3, 1, groups: 2));
        Assert.Throws<ArgumentException>(() => nn.Conv2d(1, 1, 3, Padding.Same, stride: 2));
    }
}
