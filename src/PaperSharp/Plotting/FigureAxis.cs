using System.Globalization;
using System.Text.Json;

namespace PaperSharp.Plotting;

/// <summary>One axis of a figure: from values to positions in [0, 1], and where its ticks are.</summary>
internal sealed class FigureAxis
{
    private readonly bool _log;
    private readonly bool _reversed;
    private readonly string[] _categories;
    private readonly double _low;
    private readonly double _high;

    /// <param name="axis">The axis in the layout, if it is there.</param>
    /// <param name="values">Every value on it: numbers, or texts that name categories.</param>
    /// <param name="cells">Whether the values are centres of cells, half of which lie beyond the outer values.</param>
    /// <param name="fromZero">Whether zero must be on it, as bars need.</param>
    public FigureAxis(JsonElement? axis, IEnumerable<object> values, bool cells, bool fromZero)
    {
        Title = PlotlyFigure.Text(PlotlyFigure.Get(axis, "title", "text") ?? PlotlyFigure.Get(axis, "title"));
        ShowGrid = PlotlyFigure.Flag(PlotlyFigure.Get(axis, "showgrid")) ?? true;
        _log = PlotlyFigure.Text(PlotlyFigure.Get(axis, "type")) == "log";
        _reversed = PlotlyFigure.Text(PlotlyFigure.Get(axis, "autorange")) == "reversed";
        var all = values.ToArray();
        _categories = [.. all.OfType<string>().Distinct()];

        var numbers = all.Select(Coordinate).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (numbers.Min(), numbers.Max());
        if (fromZero && !_log)
        {
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        }

        if (cells || _categories.Length > 0)
        {
            (low, high) = (low - 0.5, high + 0.5);
        }
        else
        {
            var margin = high > low ? (high - low) * 0.04 : Math.Max(Math.Abs(high) * 0.1, 0.5);
            (low, high) = (fromZero && low == 0 ? 0 : low - margin, fromZero && high == 0 ? 0 : high + margin);
        }

        if (PlotlyFigure.Items(PlotlyFigure.Get(axis, "range")) is [var from, var to]
            && PlotlyFigure.Number(from) is { } first && PlotlyFigure.Number(to) is { } last && first != last)
        {
            _reversed = first > last;
            (low, high) = (Math.Min(first, last), Math.Max(first, last));
        }

        (_low, _high) = (low, high);
    }

    public string? Title { get; }

    public bool ShowGrid { get; }

    /// <summary>Where a value is, 0 being the left or lower end; NaN where there is no such place.</summary>
    public double Position(object value)
    {
        var share = (Coordinate(value) - _low) / (_high - _low);
        return _reversed ? 1 - share : share;
    }

    /// <summary>Places in [0, 1] and their labels, at most about <paramref name="most"/>.</summary>
    public IEnumerable<(double Position, string Label)> Ticks(int most)
    {
        if (_categories.Length > 0)
        {
            var every = (int)Math.Ceiling(_categories.Length / (double)Math.Max(most, 1));
            return _categories.Where((_, i) => i % every == 0).Select(name => (Position(name), name));
        }

        return _log ? Decades(most) : Steps(most);
    }

    private double Coordinate(object value) => value switch
    {
        string name => Array.IndexOf(_categories, name),
        double number when _log => number > 0 ? Math.Log10(number) : double.NaN,
        double number => number,
        _ => double.NaN,
    };

    private List<(double, string)> Steps(int most)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10((_high - _low) / Math.Max(most, 1))));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5, 10])
        {
            if ((_high - _low) / (step * factor) <= most)
            {
                step *= factor;
                break;
            }
        }

        var digits = Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        var ticks = new List<(double, string)>();
        for (var i = Math.Ceiling(_low / step - 1e-9); i * step <= _high + (step * 1e-9); i++)
        {
            ticks.Add((Position(i * step), Label(i * step, digits)));
        }

        return ticks;
    }

    private List<(double, string)> Decades(int most)
    {
        // Whole decades; within one or two of them also 2 and 5.
        var ticks = new List<(double, string)>();
        var every = Math.Max(1, (int)Math.Ceiling((_high - _low) / Math.Max(most, 1)));
        for (var exponent = (int)Math.Floor(_low); exponent <= Math.Ceiling(_high); exponent += every)
        {
            foreach (var factor in _high - _low > 2.5 ? (int[])[1] : [1, 2, 5])
            {
                var logarithm = exponent + Math.Log10(factor);
                if (logarithm >= _low - 1e-9 && logarithm <= _high + 1e-9)
                {
                    var value = factor * Math.Pow(10, exponent);
                    ticks.Add((Position(value), Label(value, Math.Clamp(-exponent, 0, 12))));
                }
            }
        }

        return ticks;
    }

    private static string Label(double value, int digits)
    {
        var size = Math.Abs(value);
        if (size is >= 1e6 or (> 0 and < 1e-4))
        {
            return value.ToString("0.##e0", CultureInfo.InvariantCulture);
        }

        // Adding zero makes a negative zero a plain one.
        var text = (Math.Round(value, digits) + 0.0).ToString($"F{digits}", CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }
}
