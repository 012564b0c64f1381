using System.Globalization;

namespace PaperSharp;

/// <summary>A learning curve that is redrawn as values come in.</summary>
public sealed class LossCurve : IDisposable
{
    private readonly string _title;
    private readonly CurveLine[] _lines;
    private readonly CurveStyle _style;
    private readonly LiveOutput _output;
    private readonly Lock _gate = new();
    private bool _closed;

    internal LossCurve(string title, IReadOnlyList<string> series, CurveStyle style, TimeProvider clock)
    {
        if (series.Count == 0)
        {
            throw new ArgumentException("A curve needs the name of at least one series.", nameof(series));
        }

        if (style.Smoothing is not (>= 0 and < 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The smoothing is {style.Smoothing}: it must be at least 0 (none) and less than 1."), nameof(style));
        }

        _title = title;
        _style = style;
        _lines = [.. series.Select(name => new CurveLine(name))];
        _output = new LiveOutput(TimeSpan.FromMilliseconds(500), clock, Dispose);
    }

    /// <summary>Adds the values at a step, one per series in their order; NaN where a series has none.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than series.</exception>
    public void Add(long step, params ReadOnlySpan<double> values)
    {
        if (values.Length != _lines.Length)
        {
            throw new ArgumentException($"The curve has {_lines.Length} series ({string.Join(", ", _lines.Select(line => line.Name))}), not {values.Length}.", nameof(values));
        }

        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _lines[i].Add(step, values[i]);
            }

            if (!_closed && _output.IsDue)
            {
                _output.Show(View());
            }
        }
    }

    /// <summary>Draws the curve's last state.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _closed = true;
                _output.ShowLast(View());
            }
        }
    }

    internal CurveView View()
    {
        var values = _lines.Where(line => line.Points.Count > 0)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name} {(_closed ? "" : Sparkline.Of(line.Points) + " ")}{line.Last:G4} at step {line.LastStep:N0}"));
        var end = _closed && _output.IsInterrupted ? " (interrupted)" : "";
        return new CurveView($"{_title}{end}: {string.Join(", ", values)}", CurveSvg.Draw(_title + end, _lines, _style));
    }
}
