namespace PaperSharp.Plotting.Browser;

/// <summary>The browser did not start, did not answer in time, or could not draw; the message says which.</summary>
internal sealed class BrowserException : Exception
{
    public BrowserException()
    {
    }

    public BrowserException(string message)
        : base(message)
    {
    }

    public BrowserException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
