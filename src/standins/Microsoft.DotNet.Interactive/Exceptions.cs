using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell does not compile; the message lists the errors with line and column.</summary>
public class CodeSubmissionCompilationErrorException : Exception
{
    public CodeSubmissionCompilationErrorException(Exception innerException)
        : base(innerException.Message, innerException)
    {
    }
}

public class CommandNotSupportedException : Exception
{
    public CommandNotSupportedException(Type commandType, Kernel kernel)
        : base($"Kernel {kernel.Name} has no handler for {commandType.Name}.")
    {
    }
}

public class NoSuitableKernelException : Exception
{
    public NoSuitableKernelException(KernelCommand command)
        : base($"No kernel handles {command.GetType().Name}{(command.TargetKernelName is { } name ? $" for '{name}'" : "")}.")
    {
    }
}
