using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Plotting;

/// <summary>Images as bytes: n of them, grey or red-green-blue.</summary>
internal sealed class ImageBatch
{
    private readonly byte[] _bytes;

    private ImageBatch(byte[] bytes, int count, int channels, int height, int width) =>
        (_bytes, Count, Channels, Height, Width) = (bytes, count, channels, height, width);

    public int Count { get; }

    public int Channels { get; }

    public int Height { get; }

    public int Width { get; }

    public Rgb Colour(int index, int x, int y)
    {
        var plane = Height * Width;
        var i = (index * Channels * plane) + (y * Width) + x;
        return Channels == 1 ? new Rgb(_bytes[i], _bytes[i], _bytes[i]) : new Rgb(_bytes[i], _bytes[i + plane], _bytes[i + (2 * plane)]);
    }

    /// <summary>Takes images with values in [0, 1]; what is outside is clamped, what is not a number is black.</summary>
    /// <param name="images">[h, w], [n, h, w], [n, 1, h, w] or [n, 3, h, w], any dtype and device.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is empty.</exception>
    public static ImageBatch From(Tensor images)
    {
        var shape = images.shape;
        var (count, channels) = shape.Length switch
        {
            2 => (1L, 1L),
            3 => (shape[0], 1L),
            4 when shape[1] is 1 or 3 => (shape[0], shape[1]),
            _ => throw NotImages(shape),
        };
        if (shape.Contains(0))
        {
            throw NotImages(shape);
        }

        var bytes = Floats(images).Select(value => (byte)Math.Round(255 * Math.Clamp(float.IsNaN(value) ? 0 : value, 0f, 1f))).ToArray();
        return new ImageBatch(bytes, (int)count, (int)channels, (int)shape[^2], (int)shape[^1]);
    }

    /// <summary>The values of a tensor, last dimension fastest, wherever it is and whatever its dtype.</summary>
    public static float[] Floats(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
    }

    private static ArgumentException NotImages(long[] shape) => new(
        $"A tensor of shape [{string.Join(", ", shape)}] is not a batch of images: it must be [h, w], [n, h, w], [n, 1, h, w] or [n, 3, h, w], and not empty.");
}
