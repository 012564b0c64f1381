namespace PaperSharp.Plotting;

/// <summary>A picture of red, green and blue bytes to draw on, white at first.</summary>
internal sealed class Canvas
{
    private readonly byte[] _pixels;
    private readonly (int Left, int Top, int Right, int Bottom) _clip;

    public Canvas(int width, int height)
    {
        (Width, Height) = (width, height);
        _clip = (0, 0, width, height);
        _pixels = new byte[width * height * 3];
        Array.Fill(_pixels, byte.MaxValue);
    }

    private Canvas(Canvas whole, (int Left, int Top, int Right, int Bottom) clip) =>
        (Width, Height, _pixels, _clip) = (whole.Width, whole.Height, whole._pixels, clip);

    public int Width { get; }

    public int Height { get; }

    /// <summary>The same picture, where drawing reaches a part of it only.</summary>
    public Canvas Clip(int left, int top, int width, int height) => new(this, (
        Math.Max(left, _clip.Left), Math.Max(top, _clip.Top),
        Math.Min(left + width, _clip.Right), Math.Min(top + height, _clip.Bottom)));

    /// <summary>Draws an image enlarged: each of its pixels becomes scale × scale.</summary>
    public void Draw(ImageBatch images, int index, int left, int top, int scale)
    {
        for (var y = 0; y < images.Height; y++)
        {
            for (var x = 0; x < images.Width; x++)
            {
                Fill(left + (x * scale), top + (y * scale), scale, scale, images.Colour(index, x, y));
            }
        }
    }

    /// <summary>Draws the outline of a box, its line inside the box's edges; what is outside the canvas is left out.</summary>
    public void Outline(int left, int top, int width, int height, int thickness, Rgb colour)
    {
        var line = Math.Min(thickness, Math.Min(width, height));
        Fill(left, top, width, line, colour);
        Fill(left, top + height - line, width, line, colour);
        Fill(left, top, line, height, colour);
        Fill(left + width - line, top, line, height, colour);
    }

    /// <summary>Writes a text whose upper left corner is at (left, top).</summary>
    public void Write(string text, int left, int top, int scale, Rgb colour)
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var y = 0; y < PixelFont.Height; y++)
            {
                for (var x = 0; x < PixelFont.Width; x++)
                {
                    if (PixelFont.IsSet(text[i], x, y))
                    {
                        Fill(left + (((i * PixelFont.Advance) + x) * scale), top + (y * scale), scale, scale, colour);
                    }
                }
            }
        }
    }

    public void Fill(int left, int top, int width, int height, Rgb colour)
    {
        for (var y = Math.Max(top, _clip.Top); y < Math.Min(top + height, _clip.Bottom); y++)
        {
            for (var x = Math.Max(left, _clip.Left); x < Math.Min(left + width, _clip.Right); x++)
            {
                var i = ((y * Width) + x) * 3;
                (_pixels[i], _pixels[i + 1], _pixels[i + 2]) = (colour.R, colour.G, colour.B);
            }
        }
    }

    /// <summary>The picture as PNG: grey when it has no colour, which is a third of the size.</summary>
    public byte[] ToPng()
    {
        var grey = new byte[Width * Height];
        for (var i = 0; i < grey.Length; i++)
        {
            if (_pixels[3 * i] != _pixels[(3 * i) + 1] || _pixels[3 * i] != _pixels[(3 * i) + 2])
            {
                return Png.Encode(_pixels, Width, Height, 3);
            }

            grey[i] = _pixels[3 * i];
        }

        return Png.Encode(grey, Width, Height, 1);
    }
}
