using System.Globalization;

namespace PaperSharp.Plotting;

/// <summary>A colour of three bytes.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Parses <c>#rrggbb</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Rgb Parse(string text)
    {
        if (text.Length == 7 && text[0] == '#'
            && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return new Rgb((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        }

        throw new FormatException($"\"{text}\" is not a colour of the form #rrggbb.");
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    internal static Rgb Mix(Rgb from, Rgb to, double share) => new(
        (byte)Math.Round(from.R + ((to.R - from.R) * share)),
        (byte)Math.Round(from.G + ((to.G - from.G) * share)),
        (byte)Math.Round(from.B + ((to.B - from.B) * share)));
}
