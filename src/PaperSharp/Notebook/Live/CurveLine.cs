namespace PaperSharp;

/// <summary>
/// One line of a learning curve. However long the training, it keeps at most <see cref="MostPoints"/> points: when they
/// are full, neighbours are replaced by their mean and from then on twice as many values make a point.
/// </summary>
internal sealed class CurveLine(string name)
{
    public const int MostPoints = 256;

    private readonly List<(double Step, double Value)> _points = [];
    private (double Step, double Value) _sum;
    private int _pending;
    private int _valuesPerPoint = 1;

    public string Name { get; } = name;

    public IReadOnlyList<(double Step, double Value)> Points => _points;

    public long LastStep { get; private set; }

    public double Last { get; private set; }

    public void Add(long step, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        (LastStep, Last) = (step, value);
        _sum = (_sum.Step + step, _sum.Value + value);
        if (++_pending < _valuesPerPoint)
        {
            return;
        }

        _points.Add((_sum.Step / _pending, _sum.Value / _pending));
        (_sum, _pending) = ((0, 0), 0);
        if (_points.Count == MostPoints)
        {
            Halve();
        }
    }

    private void Halve()
    {
        for (var i = 0; i < MostPoints / 2; i++)
        {
            var (first, second) = (_points[2 * i], _points[2 * i + 1]);
            _points[i] = ((first.Step + second.Step) / 2, (first.Value + second.Value) / 2);
        }

        _points.RemoveRange(MostPoints / 2, MostPoints / 2);
        _valuesPerPoint *= 2;
    }
}
