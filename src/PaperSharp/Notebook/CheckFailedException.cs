namespace PaperSharp;

/// <summary>A check of a notebook does not hold. The message says what was compared.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CheckFailedException(string message)
        : base(message)
    {
    }
}
