using Microsoft.DotNet.Interactive;
using PaperSharp.Plotting;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>Tensors that are images, shown as such.</summary>
public static class TensorImages
{
    /// <summary>Shows images in the output of the running cell.</summary>
    /// <inheritdoc cref="ToPicture"/>
    public static void ShowImage(this Tensor images, bool stretch = false, int columns = 0, int scale = 0) =>
        Kernel.display(images.ToPicture(stretch, columns, scale));

    /// <summary>One image, or several side by side.</summary>
    /// <param name="images">
    /// [h, w], [n, h, w], [3, h, w], [n, 1, h, w] or [n, 3, h, w], with values in [0, 1], or bytes. [3, h, w] is one
    /// image in red, green and blue.
    /// </param>
    /// <param name="stretch">Whether the least value becomes black and the largest white, as for filters and gradients.</param>
    /// <param name="columns">Images in a row; 0 for as many as make the grid about square.</param>
    /// <param name="scale">Screen pixels for a pixel of an image; 0 for a size that shows well.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is empty.</exception>
    public static Picture ToPicture(this Tensor images, bool stretch = false, int columns = 0, int scale = 0)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var values = images.detach();
        values = values.dtype == ScalarType.Byte ? values.to(ScalarType.Float32) / 255 : values.to(ScalarType.Float32);
        values = values.dim() == 3 && values.shape[0] == 3 ? values.unsqueeze(0) : values;
        if (stretch && TensorStatistics.Of(values) is { } range && range.Largest > range.Least)
        {
            values = (values - range.Least) / (range.Largest - range.Least);
        }

        // A single image may be larger than one of many.
        var shape = values.shape;
        var isOne = values.dim() == 2 || shape[0] == 1;
        scale = scale == 0 && isOne ? (int)Math.Clamp(280 / Math.Max(Math.Max(shape[^1], shape[^2]), 1), 1, 16) : scale;
        return Plot.ImageGrid(values, columns, scale);
    }
}
