namespace PaperSharp.Data;

/// <summary>A dataset of labelled images.</summary>
/// <param name="Train">The training part.</param>
/// <param name="Test">The test part.</param>
/// <param name="Origin">A constant of <see cref="DataOrigin"/>, or several joined by " + ".</param>
public sealed record ImageClassification(Split Train, Split Test, string Origin)
{
    /// <summary>False for a stand-in: then no claim about the real data can be checked.</summary>
    public bool IsReal => Origin != DataOrigin.Embedded;
}
