using System.Globalization;

namespace Plotly.NET;

/// <summary>A colour as plotly.js takes it: a name, an rgba(...) text, or one value per point.</summary>
public sealed class Color
{
    private Color(object value) => Value = value;

    public object Value { get; }

    /// <summary>Channels from 0 to 255.</summary>
    public static Color fromARGB(int a, int r, int g, int b) => new(string.Create(
        CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {Channel(a, nameof(a)) / 255.0:0.0##############})"));

    /// <summary>Channels from 0 to 255.</summary>
    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    /// <summary>A colour like <c>#1f77b4</c>; the leading sign may be missing.</summary>
    /// <exception cref="ArgumentException">The text is not six hexadecimal digits.</exception>
    public static Color fromHex(string s)
    {
        var digits = s.StartsWith('#') ? s[1..] : s;
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            throw new ArgumentException($"\"{s}\" is not a colour of the form #rrggbb.", nameof(s));
        }

        return fromRGB(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }

    /// <summary>Any text that CSS knows as a colour.</summary>
    public static Color fromString(string c) => new(c);

    /// <summary>One colour for each point.</summary>
    public static Color fromColors(IEnumerable<Color> c) => new(c.ToArray());

    /// <summary>One number for each point; the trace's colour scale turns them into colours.</summary>
    public static Color fromColorScaleValues<a>(IEnumerable<a> c) where a : IConvertible => new(c.ToArray());

    public override bool Equals(object? obj) => obj is Color color && Value.Equals(color.Value);

    public override int GetHashCode() => Value.GetHashCode();

    private static int Channel(int value, string name) =>
        value is >= 0 and <= 255 ? value : throw new ArgumentOutOfRangeException(name, value, "A channel is from 0 to 255.");
}
