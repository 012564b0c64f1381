using System.Numerics;

namespace PaperSharp.Data;

/// <summary>
/// Digits drawn by strokes, for machines that have no MNIST: each image is one way of writing the digit with its points
/// moved a little, turned, slanted, stretched and drawn with a pen of random width. Framed as MNIST is: 28×28 pixels,
/// the digit within about 20×20, its centre of mass in the middle.
/// </summary>
/// <remarks>Easier than MNIST, since there are only three or four ways to write a digit: no substitute for a claim on MNIST.</remarks>
public static class StrokeDigits
{
    /// <summary>Side of an image in pixels.</summary>
    public const int Side = 28;

    private const int Box = 20;
    private const int SegmentsPerSpan = 4;

    /// <summary>Draws images. Image i depends on the seed and i alone.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed of the random choices.</param>
    /// <returns>
    /// Pixels [count, 28, 28] in row-major order, 0 for paper to 255 for ink, and the digit of each image, 0 to 9.
    /// </returns>
    public static (byte[] Pixels, byte[] Labels) Draw(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var pixels = new byte[checked(count * Side * Side)];
        var labels = new byte[count];
        var stream = new SplitMix((ulong)seed).Next();
        Parallel.For(0, count, i =>
        {
            var random = new SplitMix(stream + (ulong)i * 0xD1342543DE82EF95);
            labels[i] = (byte)random.Below(10);
            DrawDigit(ref random, labels[i], pixels.AsSpan(i * Side * Side, Side * Side));
        });
        return (pixels, labels);
    }

    private static void DrawDigit(ref SplitMix random, int digit, Span<byte> image)
    {
        var variants = StrokeGlyphs.Digits[digit];
        var strokes = variants[random.Below(variants.Length)];
        var shape = RandomShape(ref random);
        var lines = new Vector2[strokes.Length][];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = SmoothLine(Moved(ref random, strokes[i], shape));
        }

        var radius = random.Between(0.75f, 1.6f);
        var (scale, shift) = Frame(lines, Box * random.Between(0.88f, 1f) - 2 * radius);
        shift += new Vector2(random.Bell(), random.Bell()) * 0.4f;

        var canvas = new StrokeCanvas(image, Side);
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Length; i++)
            {
                canvas.Draw(line[i - 1] * scale + shift, line[i] * scale + shift, radius);
            }
        }
    }

    /// <summary>Stretches, slants to the right more often than to the left, and turns.</summary>
    private static Matrix3x2 RandomShape(ref SplitMix random)
    {
        var stretch = Matrix3x2.CreateScale(random.Between(0.6f, 1.05f), 1);
        var slant = Matrix3x2.Identity with { M21 = 0.12f * random.Bell() - 0.12f };
        return stretch * slant * Matrix3x2.CreateRotation(0.1f * random.Bell());
    }

    private static Vector2[] Moved(ref SplitMix random, Vector2[] points, Matrix3x2 shape)
    {
        var moved = new Vector2[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var isCorner = i > 0 && points[i] == points[i - 1];
            moved[i] = isCorner
                ? moved[i - 1]
                : Vector2.Transform(points[i] + new Vector2(random.Bell(), random.Bell()) * 0.035f, shape);
        }

        return moved;
    }

    /// <summary>A Catmull–Rom spline through the points; a point given twice makes a corner.</summary>
    private static Vector2[] SmoothLine(Vector2[] points)
    {
        var line = new Vector2[(points.Length - 1) * SegmentsPerSpan + 1];
        line[0] = points[0];
        for (int span = 0, at = 1; span < points.Length - 1; span++)
        {
            var before = points[Math.Max(span - 1, 0)];
            var start = points[span];
            var end = points[span + 1];
            var after = points[Math.Min(span + 2, points.Length - 1)];
            for (var step = 1; step <= SegmentsPerSpan; step++)
            {
                var t = step / (float)SegmentsPerSpan;
                line[at++] = 0.5f * (2 * start + t * (end - before
                    + t * (2 * before - 5 * start + 4 * end - after + t * (3 * start - before - 3 * end + after))));
            }
        }

        return line;
    }

    /// <summary>The scale that makes the longer side of the drawing this long, and the shift of its centre of mass to the middle.</summary>
    private static (float Scale, Vector2 Shift) Frame(Vector2[][] lines, float longerSide)
    {
        var least = new Vector2(float.MaxValue);
        var most = new Vector2(float.MinValue);
        var mass = 0f;
        var centre = Vector2.Zero;
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                least = Vector2.Min(least, line[i]);
                most = Vector2.Max(most, line[i]);
                if (i > 0)
                {
                    var length = Vector2.Distance(line[i - 1], line[i]);
                    mass += length;
                    centre += length * 0.5f * (line[i - 1] + line[i]);
                }
            }
        }

        var extent = most - least;
        var scale = longerSide / Math.Max(extent.X, extent.Y);
        return (scale, new Vector2(Side / 2f) - scale * centre / mass);
    }
}
