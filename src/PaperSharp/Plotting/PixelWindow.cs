namespace PaperSharp.Plotting;

/// <summary>
/// A square outline over an image, such as an attention window. The coordinates are DRAW's (section 3.2): pixels counted
/// from 1, so that the centre of the upper left pixel is (1, 1) and that of the lower right one is (width, height).
/// </summary>
/// <param name="CentreX">Centre, in pixels from the left, the first pixel's centre being 1.</param>
/// <param name="CentreY">Centre, in pixels from the top, the first pixel's centre being 1.</param>
/// <param name="HalfWidth">Half the side, in pixels of the image.</param>
/// <param name="Thickness">Thickness of the line, in pixels of the image; it may be fractional and stands for a variance in DRAW's figures.</param>
/// <param name="Colour">Colour, <c>#rrggbb</c>; null for an orange that shows on black, grey and white.</param>
public readonly record struct PixelWindow(
    double CentreX, double CentreY, double HalfWidth, double Thickness = 0.5, string? Colour = null)
{
    /// <summary>The colour of windows that name none.</summary>
    public const string DefaultColour = "#ff5a00";

    // Left edge of the first pixel is 0.
    internal double Left => CentreX - 0.5 - HalfWidth;

    internal double Top => CentreY - 0.5 - HalfWidth;

    internal void Draw(Canvas canvas, int left, int top, int scale)
    {
        if (!double.IsFinite(CentreX + CentreY + HalfWidth + Thickness))
        {
            return;
        }

        var side = Math.Max(1, (int)Math.Round(2 * HalfWidth * scale));
        canvas.Outline(
            left + (int)Math.Round(Left * scale),
            top + (int)Math.Round(Top * scale),
            side,
            side,
            Math.Max(1, (int)Math.Round(Thickness * scale)),
            Rgb.Parse(Colour ?? DefaultColour));
    }
}
