namespace PaperSharp.Cli;

/// <summary>What the process returns to the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command ran and found a failure: a cell threw, a test failed, a checksum differs.</summary>
    public const int Failure = 1;

    /// <summary>The command could not start: an unknown notebook, a missing tool, a bad option.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C, as shells count it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
