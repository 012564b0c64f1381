namespace PaperSharp.Data;

/// <summary>A dataset cannot be had, or a file of it is not what it should be. The message says what to do.</summary>
public class DatasetException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DatasetException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public DatasetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
