namespace PaperSharp.Training;

/// <summary>A value at a step of a training.</summary>
/// <param name="Step">Number of updates made before it was taken.</param>
/// <param name="Value">The value.</param>
public readonly record struct StepValue(long Step, double Value);

/// <summary>What a training went through.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory()
    {
    }

    /// <summary>Mean loss since the point before.</summary>
    public IList<StepValue> Losses { get; } = [];

    /// <summary>The validation's measurements.</summary>
    public IList<StepValue> Validations { get; } = [];

    /// <summary>The best measurement, or null when none was taken.</summary>
    public StepValue? Best { get; internal set; }

    /// <summary>Whether the validation's patience ended the training.</summary>
    public bool StoppedEarly { get; internal set; }
}
