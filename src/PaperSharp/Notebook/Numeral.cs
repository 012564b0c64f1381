using System.Globalization;

namespace PaperSharp;

/// <summary>Numbers as a reader wants them.</summary>
internal static class Numeral
{
    /// <summary>So many significant digits, but a large number whole and with separators instead of an exponent.</summary>
    public static string Text(double value, int digits) =>
        Math.Abs(value) is >= 10_000 and < 1e15
            ? value.ToString("#,0.##", CultureInfo.InvariantCulture)
            : value.ToString($"G{digits}", CultureInfo.InvariantCulture);
}
