using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.NN;

/// <summary>Padding, resizing, sampling and unfolding.</summary>
public class ResamplingTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(PaddingModes.Constant, new double[] { 9, 9, 1, 2, 3, 9 })]
    [InlineData(PaddingModes.Zeros, new double[] { 0, 0, 1, 2, 3, 0 })]
    [InlineData(PaddingModes.Reflect, new double[] { 3, 2, 1, 2, 3, 2 })]
    [InlineData(PaddingModes.Replicate, new double[] { 1, 1, 1, 2, 3, 3 })]
    [InlineData(PaddingModes.Circular, new double[] { 2, 3, 1, 2, 3, 1 })]
    public void Pad_Line_FillsAsTheModeSays(PaddingModes mode, double[] expected)
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2, 3 }).view(1, 1, 3);
        Assert.Equal(expected, Values.Of(pad(x, (2, 1), mode, mode == PaddingModes.Constant ? 9 : 0)));
    }

    [Fact]
    public void PadModules_Image_WidenTheLastDimensionFirst()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, 1, 2, 2);
        Assert.Equal([1, 1, 3, 5], nn.ZeroPad2d((1, 2, 0, 1)).call(x).shape);
        Assert.Equal(4 + (7 * 12), nn.ConstantPad2d(1, 7).call(x).sum().item<float>());
        Assert.Equal([1, 1, 4, 4], nn.ReflectionPad2d(1).call(x).shape);
    }

    [Fact]
    public void Interpolate_NearestAndBilinear_EqualTheirFormulas()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.0, 1, 2, 3 }).view(1, 1, 2, 2);

        Assert.Equal([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3], Values.Of(interpolate(x, scale_factor: [2])));

        // With aligned corners the corners stay and the rest lies on the plane between them: here 2·row + column.
        var corners = interpolate(x, size: [3, 3], mode: InterpolationMode.Bilinear, align_corners: true);
        Values.Close([0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3], corners, Tolerance);
        Assert.Equal([1.5], Values.Of(interpolate(x, size: [1], mode: InterpolationMode.Area)));
    }

    [Fact]
    public void Interpolate_ArgumentsThatDoNotFit_Throws()
    {
        using var x = ones(1, 1, 2, 2);
        Assert.Throws<ArgumentException>(() => interpolate(x));
        Assert.Throws<ArgumentException>(() => interpolate(x, size: [1], scale_factor: [2]));
        Assert.Throws<ArgumentException>(() => interpolate(x, size: [1], mode: InterpolationMode.Trilinear));
        Assert.Throws<ArgumentException>(() => interpolate(x, size: [1], align_corners: true));
        Assert.Throws<ArgumentException>(() => interpolate(ones(2, 2), size: [1]));
    }

    [Fact]
    public void GridSample_IdentityAndShiftedGrid_ReadTheImageThere()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = randn(1, 1, 3, 3, dtype: float64);
        var identity = affine_grid(tensor(new[] { 1.0, 0, 0, 0, 1, 0 }).view(1, 2, 3), [1, 1, 3, 3], align_corners: true);

        Values.Close(Values.Of(x), grid_sample(x, identity, align_corners: true), Tolerance);

        // One pixel to the right: in a grid from −1 to 1 over three pixels that is 1.
        var shifted = grid_sample(x, identity + tensor(new[] { 1.0, 0 }), padding_mode: GridSamplePaddingMode.Border, align_corners: true);
        var values = Values.Of(x);
        Values.Close([.. Enumerable.Range(0, 9).Select(at => values[(at / 3 * 3) + Math.Min(2, (at % 3) + 1)])], shifted, Tolerance);
    }

    [Fact]
    public void Fold_OfUnfold_CountsEachPixelsWindows()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var x = randn(1, 2, 4, 5, dtype: float64);

        var back = fold(unfold(x, 3, padding: 1), (4, 5), (3, 3), padding: (1, 1));
        var windows = fold(unfold(ones_like(x), 3, padding: 1), (4, 5), (3, 3), padding: (1, 1));

        Values.Close(Values.Of(x * windows), back, Tolerance);
        Assert.Equal(4, Values.Of(windows)[0]);
    }

    [Fact]
    public void PixelShuffle_Unshuffle_IsTheInverse()
    {
        using var scope = NewDisposeScope();
        var x = arange(16, dtype: float32).view(1, 4, 2, 2);
        var shuffled = pixel_shuffle(x, 2);
        Assert.Equal([0, 4, 1, 5], Values.Of(shuffled)[..4]);
        Assert.Equal(Values.Of(x), Values.Of(pixel_unshuffle(shuffled, 2)));
    }
}
