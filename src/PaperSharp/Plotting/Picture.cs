namespace PaperSharp.Plotting;

/// <summary>A finished picture; notebooks show it as image/png.</summary>
/// <param name="Png">The PNG file.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Description">What it shows, for front ends that show text only.</param>
public sealed record Picture(byte[] Png, int Width, int Height, string Description)
{
    /// <summary>The picture as the text of an <c>src</c> attribute.</summary>
    public string ToDataUri() => $"data:image/png;base64,{Convert.ToBase64String(Png)}";

    /// <summary>The description and the size.</summary>
    public override string ToString() => $"{Description} ({Width} × {Height} pixels)";
}
