using System.Text;

namespace PaperSharp.Plotting;

/// <summary>Draws the bars and histograms of a panel, those at the same place beside each other.</summary>
internal sealed class FigureBars
{
    private readonly FigureTrace[] _traces;
    private readonly Dictionary<FigureTrace, (object[] Keys, double[] Lengths)> _bars = [];

    public FigureBars(FigureTrace[] traces)
    {
        _traces = traces;
        foreach (var trace in traces)
        {
            _bars[trace] = trace.Type == "histogram" ? Count(trace) : (trace.Values(Keys(trace)), Numbers(trace.Values(Lengths(trace))));
        }
    }

    public bool AreHorizontal => _traces.Any(IsHorizontal);

    public bool AreVertical => _traces.Any(trace => !IsHorizontal(trace));

    public IEnumerable<object> Xs => _traces.SelectMany(trace => IsHorizontal(trace) ? Boxed(_bars[trace].Lengths) : Edges(trace));

    public IEnumerable<object> Ys => _traces.SelectMany(trace => IsHorizontal(trace) ? Edges(trace) : Boxed(_bars[trace].Lengths));

    public void Draw(StringBuilder svg, FigureTrace trace, string colour, Box box, FigureAxis xAxis, FigureAxis yAxis)
    {
        var (keys, lengths) = _bars[trace];
        var horizontal = IsHorizontal(trace);
        var keyAxis = horizontal ? yAxis : xAxis;
        var lengthAxis = horizontal ? xAxis : yAxis;
        var slot = keys.Length > 1 ? Math.Abs(keyAxis.Position(keys[1]) - keyAxis.Position(keys[0])) : 0.6;
        var share = slot * (trace.Type == "histogram" ? 1 : 0.8) / _traces.Length;
        var zero = Math.Clamp(lengthAxis.Position(0.0), 0, 1);
        for (var i = 0; i < keys.Length; i++)
        {
            var start = keyAxis.Position(keys[i]) + (share * (Array.IndexOf(_traces, trace) - (_traces.Length / 2.0)));
            var end = lengthAxis.Position(lengths[i]);
            if (!double.IsFinite(start + end))
            {
                continue;
            }

            var (low, high) = (Math.Min(zero, end), Math.Max(zero, end));
            var bar = horizontal
                ? new Box(box.X(low), box.Y(start + share), (high - low) * box.Width, share * box.Height)
                : new Box(box.X(start), box.Y(high), share * box.Width, (high - low) * box.Height);
            svg.AppendSvg($"<rect x=\"{bar.Left}\" y=\"{bar.Top}\" width=\"{bar.Width}\" height=\"{bar.Height}\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-opacity=\"0.5\" stroke-width=\"0.5\"/>");
        }
    }

    private static bool IsHorizontal(FigureTrace trace) =>
        trace.Type == "histogram" ? trace.Values("x").Length == 0 : trace.IsHorizontal;

    private static string Keys(FigureTrace trace) => trace.IsHorizontal ? "y" : "x";

    private static string Lengths(FigureTrace trace) => trace.IsHorizontal ? "x" : "y";

    // Bars with numbers for keys reach half a slot beyond the outer ones.
    private object[] Edges(FigureTrace trace)
    {
        var keys = _bars[trace].Keys;
        var numbers = keys.OfType<double>().Where(double.IsFinite).ToArray();
        var half = numbers.Length > 1 ? Math.Abs(numbers[1] - numbers[0]) / 2 : 0.5;
        return numbers.Length == 0 ? keys : [.. keys, numbers.Min() - half, numbers.Max() + half];
    }

    // The number of bins is the square root of the number of values unless the trace says it.
    private static (object[] Keys, double[] Lengths) Count(FigureTrace trace)
    {
        var direction = IsHorizontal(trace) ? "y" : "x";
        var values = Numbers(trace.Values(direction)).Where(double.IsFinite).ToArray();
        if (values.Length == 0)
        {
            return ([], []);
        }

        var bins = (int)(PlotlyFigure.Number(trace["nbins" + direction]) ?? Math.Clamp(Math.Ceiling(Math.Sqrt(values.Length)), 5, 60));
        var (low, high) = (values.Min(), values.Max());
        var width = high > low ? (high - low) / bins : 1;
        var counts = new double[bins];
        foreach (var value in values)
        {
            counts[Math.Min(bins - 1, (int)((value - low) / width))]++;
        }

        return ([.. Enumerable.Range(0, bins).Select(i => (object)(low + ((i + 0.5) * width)))], counts);
    }

    private static double[] Numbers(object[] values) => [.. values.Select(value => value is double number ? number : double.NaN)];

    private static IEnumerable<object> Boxed(double[] values) => values.Select(value => (object)value);
}
