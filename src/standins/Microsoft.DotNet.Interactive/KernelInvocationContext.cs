using System.Reactive.Subjects;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Utility;

namespace Microsoft.DotNet.Interactive;

/// <summary>One command on its way through a kernel: its events, its cancellation and its end.</summary>
public class KernelInvocationContext : IDisposable
{
    private static readonly AsyncLocal<KernelInvocationContext?> Ambient = new();

    private readonly ISubject<KernelEvent> _events = Subject.Synchronize(new Subject<KernelEvent>());
    private readonly CancellationTokenSource _interruption;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationTokenRegistration _onInterruption;
    private readonly List<Action<KernelInvocationContext>> _onComplete = [];
    private readonly KernelInvocationContext? _parent;

    internal KernelInvocationContext(KernelCommand command, Kernel kernel, KernelInvocationContext? parent, CancellationToken cancellationToken)
    {
        Command = command;
        HandlingKernel = kernel;
        Result = new KernelCommandResult(command);
        _parent = parent;
        _interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, parent?.Interruption ?? CancellationToken.None);
        _onInterruption = Interruption.UnsafeRegister(_ => Task.Run(_cancellation.Cancel), null);
    }

    /// <summary>The command whose code is running here, or null outside of one.</summary>
    public static KernelInvocationContext? Current
    {
        get => Ambient.Value;
        internal set => Ambient.Value = value;
    }

    public KernelCommand Command { get; }

    public bool IsComplete { get; private set; }

    public CancellationToken CancellationToken => _cancellation.Token;

    public IObservable<KernelEvent> KernelEvents => _events;

    public KernelCommandResult Result { get; }

    public Kernel? HandlingKernel { get; internal set; }

    internal bool Failed { get; private set; }

    /// <summary>
    /// Cancelled a moment before <see cref="CancellationToken"/>: what user code has registered with that one, and
    /// may block, cannot hold up the kernel's own steps.
    /// </summary>
    internal CancellationToken Interruption => _interruption.Token;

    public void Complete(KernelCommand command) => End(command, () => new CommandSucceeded(command));

    public void Fail(KernelCommand command, Exception? exception = null, string? message = null)
    {
        Failed = true;
        End(command, () => new CommandFailed(exception, command, message));
    }

    /// <summary>Registers what to do when the command has run, before its end is announced.</summary>
    public void OnComplete(Action<KernelInvocationContext> onComplete) => _onComplete.Add(onComplete);

    public void Publish(KernelEvent @event) => Publish(@event, publishOnAmbientContextOnly: false);

    public void Publish(KernelEvent @event, bool publishOnAmbientContextOnly)
    {
        ArgumentNullException.ThrowIfNull(@event);

        // In a finally block so that an interrupt cannot leave an event half published.
        try
        {
        }
        finally
        {
            if (@event is not (StandardOutputValueProduced or StandardErrorValueProduced))
            {
                ConsoleCapture.Flush();
            }

            // Whoever listens is not part of the cell: what a listener prints must not become the cell's output.
            var current = Current;
            Current = null;
            Deliver(@event);
            if (!publishOnAmbientContextOnly && (_parent is null || @event is not KernelCommandCompletionEvent))
            {
                HandlingKernel?.Announce(@event);
            }

            Current = current;
        }
    }

    public void Dispose()
    {
        if (!IsComplete)
        {
            Complete(Command);
        }

        _onInterruption.Dispose();
        _events.OnCompleted();
    }

    internal void RequestCancellation() => _interruption.Cancel();

    private void Deliver(KernelEvent @event)
    {
        Result.Add(@event);
        _events.OnNext(@event);
        if (@event is not KernelCommandCompletionEvent)
        {
            _parent?.Deliver(@event);
        }
    }

    private void End(KernelCommand command, Func<KernelEvent> completion)
    {
        if (IsComplete || command != Command)
        {
            return;
        }

        foreach (var action in _onComplete)
        {
            action(this);
        }

        IsComplete = true;
        Publish(completion());
    }
}
