namespace PaperSharp;

/// <summary>How learning curves are drawn.</summary>
/// <param name="LogY">Whether the axis of the values is logarithmic; values that are not positive are then left out.</param>
/// <param name="Smoothing">
/// Weight of the past in the line that is drawn over the values, from 0 (no such line) to below 1: an exponential moving
/// average whose beginning is not drawn towards zero.
/// </param>
internal readonly record struct CurveStyle(bool LogY = false, double Smoothing = 0)
{
    /// <summary>The points of the smooth line.</summary>
    public IEnumerable<(double Step, double Value)> Smooth(IEnumerable<(double Step, double Value)> points)
    {
        var (mean, weight) = (0.0, 0.0);
        foreach (var (step, value) in points)
        {
            mean = Smoothing * mean + (1 - Smoothing) * value;
            weight = Smoothing * weight + (1 - Smoothing);
            yield return (step, mean / weight);
        }
    }
}
