namespace PaperSharp.Plotting.Browser;

/// <summary>plotly.js cannot draw this chart; the browser can go on.</summary>
internal sealed class DrawingException : Exception
{
    public DrawingException()
    {
    }

    public DrawingException(string message)
        : base(message)
    {
    }

    public DrawingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
