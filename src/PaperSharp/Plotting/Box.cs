namespace PaperSharp.Plotting;

/// <summary>A part of a drawing, in pixels from its upper left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>From a share of the width, 0 at the left, to pixels.</summary>
    public double X(double share) => Left + (share * Width);

    /// <summary>From a share of the height, 0 at the bottom, to pixels.</summary>
    public double Y(double share) => Bottom - (share * Height);
}
