namespace PaperSharp;

/// <summary>A curve in one line of text, for terminals.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const int Width = 24;

    /// <summary>As many letters as there are points, at most 24, each the mean of its points.</summary>
    public static string Of(IReadOnlyList<(double Step, double Value)> points)
    {
        var width = Math.Min(Width, points.Count);
        double[] means = [.. Enumerable.Range(0, width).Select(i =>
            points.Skip(i * points.Count / width).Take(((i + 1) * points.Count / width) - (i * points.Count / width)).Average(point => point.Value))];
        var (low, high) = width == 0 ? (0, 0) : (means.Min(), means.Max());
        return string.Concat(means.Select(mean => Levels[high > low ? (int)Math.Round((mean - low) / (high - low) * (Levels.Length - 1)) : Levels.Length / 2]));
    }
}
