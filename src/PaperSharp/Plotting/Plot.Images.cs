using static TorchSharp.torch;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    private const int Gutter = 4;
    private static readonly Rgb Ink = Rgb.Parse("#333333");

    /// <summary>Images side by side, row by row, with white gutters, enlarged without smoothing.</summary>
    /// <param name="images">[n, h, w], [n, 1, h, w] (grey) or [n, 3, h, w] (red, green, blue) with values in [0, 1], clamped.</param>
    /// <param name="columns">Images in a row; 0 for as many as make the grid about square.</param>
    /// <param name="scale">Screen pixels for a pixel of an image; 0 for a size that shows well.</param>
    /// <param name="captions">A text (ASCII) under each image, shortened where it is too long.</param>
    /// <param name="windows">The outlines to draw over image i.</param>
    /// <param name="description">What the picture shows, for front ends that show text only.</param>
    /// <exception cref="ArgumentException">The tensor is not a batch of images, or there are more captions than images.</exception>
    public static Picture ImageGrid(
        Tensor images, int columns = 0, int scale = 0, IReadOnlyList<string>? captions = null,
        Func<int, IEnumerable<PixelWindow>>? windows = null, string? description = null)
    {
        var batch = ImageBatch.From(images);
        if (captions?.Count > batch.Count)
        {
            throw new ArgumentException($"There are {captions.Count} captions for {batch.Count} images.", nameof(captions));
        }

        columns = columns > 0 ? Math.Min(columns, batch.Count) : (int)Math.Ceiling(Math.Sqrt(batch.Count));
        scale = scale > 0 ? scale : Math.Max(1, Math.Min(112 / Math.Max(batch.Height, batch.Width), 800 / (columns * batch.Width)));
        var captionHeight = captions is null ? 0 : PixelFont.Height + 3;
        var cellWidth = (batch.Width * scale) + Gutter;
        var cellHeight = (batch.Height * scale) + captionHeight + Gutter;
        var canvas = new Canvas(
            (columns * cellWidth) + Gutter, ((batch.Count + columns - 1) / columns * cellHeight) + Gutter);
        for (var i = 0; i < batch.Count; i++)
        {
            var left = Gutter + (i % columns * cellWidth);
            var top = Gutter + (i / columns * cellHeight);
            canvas.Draw(batch, i, left, top, scale);
            DrawWindows(canvas, windows?.Invoke(i), left, top, scale, batch);
            if (i < captions?.Count)
            {
                var text = Fit(captions[i], batch.Width * scale);
                var width = (text.Length * PixelFont.Advance) - 1;
                canvas.Write(text, left + ((batch.Width * scale) - width) / 2, top + (batch.Height * scale) + 3, 1, Ink);
            }
        }

        return new Picture(
            canvas.ToPng(), canvas.Width, canvas.Height,
            description ?? $"{batch.Count} images of {batch.Height} × {batch.Width}");
    }

    /// <summary>A sentence as a picture, where a front end expects one.</summary>
    internal static byte[] Message(string text)
    {
        const int letters = 70;
        var lines = text.Chunk(letters).Select(line => new string(line)).ToArray();
        var canvas = new Canvas((letters * PixelFont.Advance * 2) + (2 * Gutter), (lines.Length * 2 * (PixelFont.Height + 3)) + (2 * Gutter));
        for (var i = 0; i < lines.Length; i++)
        {
            canvas.Write(lines[i], Gutter, Gutter + (i * 2 * (PixelFont.Height + 3)), 2, Ink);
        }

        return canvas.ToPng();
    }

    private static string Fit(string text, int width)
    {
        var letters = Math.Max(1, (width + 1) / PixelFont.Advance);
        return text.Length <= letters ? text : text[..letters];
    }

    // A window may reach beyond its image; only the gutter around it is its own.
    private static void DrawWindows(
        Canvas canvas, IEnumerable<PixelWindow>? windows, int left, int top, int scale, ImageBatch batch)
    {
        if (windows is null)
        {
            return;
        }

        var clipped = canvas.Clip(
            left - (Gutter / 2), top - (Gutter / 2), (batch.Width * scale) + Gutter, (batch.Height * scale) + Gutter);
        foreach (var window in windows)
        {
            window.Draw(clipped, left, top, scale);
        }
    }
}
