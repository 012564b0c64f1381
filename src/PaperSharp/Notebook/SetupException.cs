namespace PaperSharp;

/// <summary>A profile, device or setting that this notebook or machine does not have. The message says what to do.</summary>
public sealed class SetupException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SetupException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public SetupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
