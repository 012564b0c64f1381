using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>Images over time: a player with a slider, and a film strip for front ends that run no scripts.</summary>
    /// <param name="frames">[T, n, h, w], [T, n, 1, h, w] or [T, n, 3, h, w] with values in [0, 1]: n images at T times.</param>
    /// <param name="columns">Images in a row of the player; 0 for as many as make it about square.</param>
    /// <param name="scale">Screen pixels for a pixel of an image; 0 for a size that shows well.</param>
    /// <param name="windows">The outlines to draw at time t (from 0) over image i.</param>
    /// <param name="captions">A text for each time; null for t = 1, t = 2, …</param>
    /// <param name="stripFrames">Times in the film strip at most, spread evenly; the first and the last are among them.</param>
    /// <param name="stripImages">Images in the film strip at most.</param>
    /// <param name="description">What it shows, for front ends that show text only.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or the number of captions is not T.</exception>
    public static ImageFrames ImageFrames(
        Tensor frames, int columns = 0, int scale = 0, Func<int, int, IEnumerable<PixelWindow>>? windows = null,
        IReadOnlyList<string>? captions = null, int stripFrames = 12, int stripImages = 4, string? description = null)
    {
        var shape = frames.shape;
        if (shape.Length is not (4 or 5) || shape.Contains(0))
        {
            throw new ArgumentException(
                $"A tensor of shape [{string.Join(", ", shape)}] is not images over time: it must be [T, n, h, w] or [T, n, c, h, w], and not empty.",
                nameof(frames));
        }

        var (times, count) = ((int)shape[0], (int)shape[1]);
        if (captions is not null && captions.Count != times)
        {
            throw new ArgumentException($"There are {captions.Count} captions for {times} frames.", nameof(captions));
        }

        using var scope = NewDisposeScope();
        var batch = ImageBatch.From(frames.flatten(0, 1));
        columns = columns > 0 ? Math.Min(columns, count) : (int)Math.Ceiling(Math.Sqrt(count));
        scale = scale > 0 ? scale : Math.Clamp(480 / (columns * (batch.Width + 1)), 1, 8);
        var labels = captions?.ToArray() ?? [.. Enumerable.Range(1, times).Select(t => string.Create(CultureInfo.InvariantCulture, $"t = {t}"))];
        description ??= $"{count} images of {batch.Height} × {batch.Width} over time";
        return new ImageFrames(
            Sheet(batch, times, count, columns, description), scale, labels,
            windows is null ? [] : [.. Enumerable.Range(0, times).Select(t => Outlines(batch, windows, t, count, columns))],
            FilmStrip(batch, labels, windows, count, stripFrames, stripImages, description));
    }

    // One frame below the other, images one pixel apart.
    private static Picture Sheet(ImageBatch batch, int times, int count, int columns, string description)
    {
        var rows = (count + columns - 1) / columns;
        var height = (rows * (batch.Height + 1)) - 1;
        var canvas = new Canvas((columns * (batch.Width + 1)) - 1, height * times);
        for (var i = 0; i < times * count; i++)
        {
            var (t, image) = (i / count, i % count);
            canvas.Draw(
                batch, i, image % columns * (batch.Width + 1), (t * height) + (image / columns * (batch.Height + 1)), scale: 1);
        }

        return new Picture(canvas.ToPng(), canvas.Width, canvas.Height, description);
    }

    private static string Outlines(
        ImageBatch batch, Func<int, int, IEnumerable<PixelWindow>> windows, int t, int count, int columns)
    {
        var svg = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var (left, top) = (i % columns * (batch.Width + 1), i / columns * (batch.Height + 1));
            svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{left}\" y=\"{top}\" width=\"{batch.Width}\" height=\"{batch.Height}\">");
            foreach (var window in windows(t, i).Where(window => double.IsFinite(window.CentreX + window.CentreY + window.HalfWidth)))
            {
                // The line lies inside the window's edges, as in the film strip.
                var line = Math.Min(window.Thickness, window.HalfWidth);
                var side = Math.Max(0, (2 * window.HalfWidth) - line);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect x=\"{window.Left + (line / 2):0.##}\" y=\"{window.Top + (line / 2):0.##}\" width=\"{side:0.##}\" height=\"{side:0.##}\" stroke=\"{Rgb.Parse(window.Colour ?? PixelWindow.DefaultColour)}\" stroke-width=\"{line:0.##}\"/>");
            }

            svg.Append("</svg>");
        }

        return svg.ToString();
    }

    private static Picture FilmStrip(
        ImageBatch batch, string[] labels, Func<int, int, IEnumerable<PixelWindow>>? windows,
        int count, int stripFrames, int stripImages, string description)
    {
        var shown = Math.Clamp(stripFrames, 1, labels.Length);
        var chosen = Enumerable.Range(0, shown)
            .Select(i => shown == 1 ? labels.Length - 1 : (int)Math.Round(i * (labels.Length - 1.0) / (shown - 1)))
            .ToArray();
        var images = Math.Clamp(stripImages, 1, count);
        var scale = Math.Max(1, Math.Min(84 / batch.Width, 960 / (shown * batch.Width)));
        var (cellWidth, cellHeight) = ((batch.Width * scale) + Gutter, (batch.Height * scale) + Gutter);
        var canvas = new Canvas((shown * cellWidth) + Gutter, (images * cellHeight) + PixelFont.Height + (2 * Gutter));
        for (var column = 0; column < shown; column++)
        {
            var t = chosen[column];
            var left = Gutter + (column * cellWidth);
            var label = Fit(labels[t], batch.Width * scale);
            canvas.Write(label, left + ((batch.Width * scale) - (label.Length * PixelFont.Advance) + 1) / 2, Gutter, 1, Ink);
            for (var i = 0; i < images; i++)
            {
                var top = PixelFont.Height + (2 * Gutter) + (i * cellHeight);
                canvas.Draw(batch, (t * count) + i, left, top, scale);
                DrawWindows(canvas, windows?.Invoke(t, i), left, top, scale, batch);
            }
        }

        return new Picture(canvas.ToPng(), canvas.Width, canvas.Height, description);
    }
}
