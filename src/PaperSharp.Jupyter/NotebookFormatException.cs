namespace PaperSharp.Jupyter;

/// <summary>A file is not a notebook that can be read; the message names the file, what is wrong and what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    internal NotebookFormatException(string path, string problem, Exception? innerException = null)
        : base($"{path}: {problem}", innerException) => Path = path;

    /// <summary>The file in question.</summary>
    public string Path { get; }
}
