using System.Globalization;
using System.Text;

namespace PaperSharp.Plotting;

internal static class SvgText
{
    /// <summary>Appends SVG with its numbers to a tenth of a pixel, whatever the culture.</summary>
    public static void AppendSvg(this StringBuilder svg, FormattableString text) =>
        svg.AppendFormat(Tenths.Instance, text.Format, text.GetArguments());

    private sealed class Tenths : IFormatProvider, ICustomFormatter
    {
        public static readonly Tenths Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            double number => number.ToString(format ?? "0.#", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
            _ => arg?.ToString() ?? "",
        };
    }
}
