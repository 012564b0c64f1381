namespace PaperSharp.Cli;

/// <summary>An error that the user can mend. Its message says what is wrong and what to do.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="exitCode">The exit code of the process.</param>
public sealed class PapersException(string message, int exitCode = ExitCodes.Usage) : Exception(message)
{
    /// <summary>The exit code of the process; never 0.</summary>
    public int ExitCode { get; } = exitCode;
}
