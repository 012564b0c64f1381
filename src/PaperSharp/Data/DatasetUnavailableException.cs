namespace PaperSharp.Data;

/// <summary>A dataset is not on this machine and no address serves it: the case in which a stand-in may be used.</summary>
public sealed class DatasetUnavailableException : DatasetException
{
    /// <summary>Creates the exception.</summary>
    public DatasetUnavailableException(string message)
        : base(message)
    {
    }
}
