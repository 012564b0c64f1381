namespace PaperSharp;

/// <summary>Output that changes while a cell runs. Only its last state stays in the notebook.</summary>
public static class Live
{
    /// <summary>Shows a progress bar with rate and remaining time; dispose it when the work ends or fails.</summary>
    /// <param name="label">What is going on.</param>
    /// <param name="total">How many steps make the whole.</param>
    /// <param name="done">How many were done before, as when a training is resumed.</param>
    public static ProgressBar Progress(string label, long total, long done = 0) => new(label, total, done, TimeProvider.System);

    /// <summary>Shows a curve that grows as the training goes on.</summary>
    /// <param name="title">What it shows, with the unit.</param>
    /// <param name="series">Names of the lines, such as "training", "validation".</param>
    public static LossCurve Curve(string title, params string[] series) => new(title, series, TimeProvider.System);
}
