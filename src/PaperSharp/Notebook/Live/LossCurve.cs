using System.Globalization;

namespace PaperSharp;

/// <summary>A learning curve that is redrawn as values come in.</summary>
public sealed class LossCurve : IDisposable
{
    private readonly string _title;
    private readonly CurveLine[] _lines;
    private readonly LiveOutput _output;
    private bool _closed;

    internal LossCurve(string title, IReadOnlyList<string> series, TimeProvider clock)
    {
        if (series.Count == 0)
        {
            throw new ArgumentException("A curve needs the name of at least one series.", nameof(series));
        }

        _title = title;
        _lines = [.. series.Select(name => new CurveLine(name))];
        _output = new LiveOutput(TimeSpan.FromMilliseconds(500), clock);
    }

    /// <summary>Adds the values at a step, one per series in their order; NaN where a series has none.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than series.</exception>
    public void Add(long step, params ReadOnlySpan<double> values)
    {
        if (values.Length != _lines.Length)
        {
            throw new ArgumentException($"The curve has {_lines.Length} series ({string.Join(", ", _lines.Select(line => line.Name))}), not {values.Length}.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            _lines[i].Add(step, values[i]);
        }

        _output.Show(View);
    }

    /// <summary>Draws the curve's last state.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _output.ShowLast(View());
        }
    }

    internal CurveView View()
    {
        var values = _lines.Where(line => line.Points.Count > 0)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name} {line.Last:G4} at step {line.LastStep:N0}"));
        return new CurveView($"{_title}: {string.Join(", ", values)}", CurveSvg.Draw(_title, _lines));
    }
}
