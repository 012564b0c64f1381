using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;

public abstract class KernelEvent
{
    protected KernelEvent(KernelCommand command) => Command = command ?? throw new ArgumentNullException(nameof(command));

    public KernelCommand Command { get; }

    public override string ToString() => GetType().Name;
}

public abstract class KernelCommandCompletionEvent : KernelEvent
{
    private protected KernelCommandCompletionEvent(KernelCommand command, int? executionOrder)
        : base(command) => ExecutionOrder = executionOrder;

    public int? ExecutionOrder { get; }
}

public class CommandSucceeded : KernelCommandCompletionEvent
{
    public CommandSucceeded(KernelCommand command, int executionOrder = 0)
        : base(command, executionOrder)
    {
    }

    public override string ToString() => $"{nameof(CommandSucceeded)}: {Command}";
}

public class CommandFailed : KernelCommandCompletionEvent
{
    public CommandFailed(Exception? exception, KernelCommand command, string? message = null, int? executionOrder = null)
        : base(command, executionOrder)
    {
        Exception = exception;
        Message = message ?? exception?.Message ?? "";
    }

    public CommandFailed(string message, KernelCommand command, int? executionOrder = null)
        : this(null, command, message, executionOrder)
    {
    }

    public Exception? Exception { get; }

    public string Message { get; set; }

    public override string ToString() => $"{nameof(CommandFailed)}: {Message}";
}
