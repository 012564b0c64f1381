using System.Numerics;

namespace PaperSharp.Data;

/// <summary>A small grey image that a round pen draws on, anti-aliased by the distance to the line.</summary>
internal readonly ref struct StrokeCanvas(Span<byte> pixels, int size)
{
    private readonly Span<byte> _pixels = pixels;

    /// <summary>Draws the segment between two points given in pixels; the centre of pixel (column, row) is (column + ½, row + ½).</summary>
    public void Draw(Vector2 from, Vector2 to, float radius)
    {
        var reach = radius + 0.5f;
        var least = Vector2.Min(from, to) - new Vector2(reach);
        var most = Vector2.Max(from, to) + new Vector2(reach);
        var along = to - from;
        var perLength = 1 / Math.Max(along.LengthSquared(), 1e-12f);
        var lastRow = Math.Min((int)most.Y, size - 1);
        var lastColumn = Math.Min((int)most.X, size - 1);
        for (var row = Math.Max((int)least.Y, 0); row <= lastRow; row++)
        {
            for (var column = Math.Max((int)least.X, 0); column <= lastColumn; column++)
            {
                var offset = new Vector2(column + 0.5f, row + 0.5f) - from;
                var nearest = Math.Clamp(Vector2.Dot(offset, along) * perLength, 0, 1);
                var distance = (offset - nearest * along).Length();
                if (distance < reach)
                {
                    ref var pixel = ref _pixels[row * size + column];
                    pixel = Math.Max(pixel, (byte)(255 * Math.Min(reach - distance, 1)));
                }
            }
        }
    }
}
