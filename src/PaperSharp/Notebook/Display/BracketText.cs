using System.Globalization;
using System.Text;

namespace PaperSharp;

/// <summary>Numbers of any rank in brackets, aligned, with "…" where the middle of a dimension is left out.</summary>
internal sealed class BracketText
{
    private const int MaximumWidth = 100;

    private readonly IReadOnlyList<string> _cells;
    private readonly IReadOnlyList<long> _shown;
    private readonly IReadOnlyList<long> _full;
    private readonly int _width;
    private readonly StringBuilder _text = new();
    private int _next;

    private BracketText(IReadOnlyList<string> cells, IReadOnlyList<long> shown, IReadOnlyList<long> full)
    {
        (_cells, _shown, _full) = (cells, shown, full);
        _width = cells.Count == 0 ? 0 : cells.Max(cell => cell.Length);
    }

    /// <summary>Writes the entries that are shown, last dimension fastest.</summary>
    /// <param name="cells">Their texts.</param>
    /// <param name="shown">How many are shown along each dimension: all, or as many from its beginning as from its end.</param>
    /// <param name="full">How many there are along each dimension.</param>
    public static string Of(IReadOnlyList<string> cells, IReadOnlyList<long> shown, IReadOnlyList<long> full)
    {
        if (shown.Count == 0)
        {
            return cells[0];
        }

        var text = new BracketText(cells, shown, full);
        text.Nest(0);
        return text._text.ToString();
    }

    /// <summary>Real numbers in one notation: four decimals, or scientific where those would hide them; whole numbers as such.</summary>
    public static string[] Align(IReadOnlyList<double> values)
    {
        var sizes = values.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs).ToArray();
        var largest = sizes.Length == 0 ? 0 : sizes.Max();
        var format = Array.TrueForAll(sizes, size => size == Math.Truncate(size)) && largest < 1e9 ? "0"
            : largest is >= 1e6 or < 1e-3 ? "0.0000e+00"
            : "0.0000";
        return [.. values.Select(value => value switch
        {
            double.PositiveInfinity => "∞",
            double.NegativeInfinity => "-∞",
            _ => value.ToString(format, CultureInfo.InvariantCulture),
        })];
    }

    private void Nest(int dimension)
    {
        _text.Append('[');
        var isRow = dimension == _shown.Count - 1;
        var perLine = Math.Max(1, (MaximumWidth - dimension) / (_width + 2));
        for (long i = 0; i < _shown[dimension]; i++)
        {
            if (i > 0)
            {
                Separate(dimension, isRow && i % perLine != 0);
            }

            if (_shown[dimension] < _full[dimension] && i == _shown[dimension] / 2)
            {
                _text.Append('…');
                Separate(dimension, isRow);
            }

            if (isRow)
            {
                _text.Append(_cells[_next++].PadLeft(_width));
            }
            else
            {
                Nest(dimension + 1);
            }
        }

        _text.Append(']');
    }

    private void Separate(int dimension, bool onOneLine)
    {
        _text.Append(',');
        if (onOneLine)
        {
            _text.Append(' ');
            return;
        }

        // An empty line between matrices, as in print-outs of arrays elsewhere.
        _text.Append('\n', dimension < _shown.Count - 2 ? 2 : 1).Append(' ', dimension + 1);
    }
}
