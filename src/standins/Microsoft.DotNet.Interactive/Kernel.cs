using System.Collections.Concurrent;
using System.Reactive.Subjects;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Utility;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// Takes commands and answers with events. Commands run one at a time in the order they came; a command sent
/// from within a running one runs at once, as part of it.
/// </summary>
public abstract partial class Kernel : IKernelCommandHandler<RequestKernelInfo>, IDisposable
{
    private readonly ISubject<KernelEvent> _events = Subject.Synchronize(new Subject<KernelEvent>());
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<Type, Func<KernelCommand, KernelInvocationContext, Task>> _handlers = new();
    private readonly Dictionary<string, (KernelActionDirective Directive, KernelCommandInvocation Handler)> _directives = new(StringComparer.Ordinal);
    private readonly Stack<Action> _disposals = new();
    private KernelInvocationContext? _running;

    protected Kernel(string name)
        : this(name, "", "")
    {
    }

    protected Kernel(string name, string languageName, string languageVersion)
    {
        KernelInfo = new KernelInfo(name) { LanguageName = languageName, LanguageVersion = languageVersion };
        RegisterHandlers();
        ConsoleCapture.Install();
        DisplayedValues.Subscribe();
    }

    public CompositeKernel? ParentKernel { get; internal set; }

    public Kernel RootKernel => ParentKernel?.RootKernel ?? this;

    public int SubmissionCount { get; private set; }

    public IObservable<KernelEvent> KernelEvents => _events;

    public string Name => KernelInfo.LocalName;

    public KernelInfo KernelInfo { get; }

    /// <summary>The kernel whose command is running here, or null outside of one.</summary>
    public static Kernel? Current => KernelInvocationContext.Current?.HandlingKernel;

    public static Kernel? Root => Current?.RootKernel;

    protected bool IsDisposed { get; private set; }

    internal IReadOnlyDictionary<string, (KernelActionDirective Directive, KernelCommandInvocation Handler)> Directives => _directives;

    public void AddDirective(KernelActionDirective directive, KernelCommandInvocation handler)
    {
        _directives[directive.Name] = (directive, handler);
        KernelInfo.SupportedDirectives.Add(directive);
    }

    /// <summary>Adds a directive whose parameters become the properties of a command.</summary>
    public void AddDirective<TCommand>(KernelActionDirective directive, Func<TCommand, KernelInvocationContext, Task> handler)
        where TCommand : KernelCommand
    {
        directive.KernelCommandType = typeof(TCommand);
        AddDirective(directive, (command, context) => handler(((DirectiveInvocation)command).To<TCommand>(), context));
    }

    public void RegisterCommandHandler<TCommand>(Func<TCommand, KernelInvocationContext, Task> handler)
        where TCommand : KernelCommand =>
        _handlers[typeof(TCommand)] = (command, context) => handler((TCommand)command, context);

    public async Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ObjectDisposedException.ThrowIf(IsDisposed, this);

        var outer = KernelInvocationContext.Current;
        if (outer is { IsComplete: false } && outer.HandlingKernel?.RootKernel == RootKernel)
        {
            if (command.Parent is null && command != outer.Command)
            {
                command.SetParent(outer.Command);
            }

            return await RunAsync(command, outer, cancellationToken);
        }

        if (command is Cancel or Quit)
        {
            return await RunAsync(command, null, cancellationToken).ConfigureAwait(false);
        }

        var root = RootKernel;
        await root._turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await RunAsync(command, null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            root._turn.Release();
        }
    }

    Task IKernelCommandHandler<RequestKernelInfo>.HandleAsync(RequestKernelInfo command, KernelInvocationContext context)
    {
        context.Publish(new KernelInfoProduced(KernelInfo, command));
        return Task.CompletedTask;
    }

    public bool SupportsCommandType(Type commandType) => _handlers.ContainsKey(commandType);

    public void RegisterForDisposal(Action dispose) => _disposals.Push(dispose);

    public void RegisterForDisposal(IDisposable disposable) => _disposals.Push(disposable.Dispose);

    public void Dispose()
    {
        if (IsDisposed)
        {
            return;
        }

        IsDisposed = true;
        while (_disposals.TryPop(out var dispose))
        {
            dispose();
        }

        _events.OnCompleted();
        GC.SuppressFinalize(this);
    }

    public override string ToString() => $"{GetType().Name}: {Name}";

    protected void PublishEvent(KernelEvent kernelEvent) => Announce(kernelEvent);

    /// <summary>Chooses the kernel that handles a command; a composite one delegates to a child.</summary>
    internal virtual Kernel ChooseKernel(KernelCommand command) =>
        command.TargetKernelName is null || command.TargetKernelName == Name ? this : throw new NoSuitableKernelException(command);

    internal void Announce(KernelEvent kernelEvent)
    {
        _events.OnNext(kernelEvent);
        ParentKernel?.Announce(kernelEvent);
    }

    internal void CancelRunning() => _running?.RequestCancellation();

    internal Task HandleAsync(KernelCommand command, KernelInvocationContext context)
    {
        if (command is SubmitCode)
        {
            SubmissionCount++;
        }

        return _handlers.TryGetValue(command.GetType(), out var handler)
            ? handler(command, context)
            : command.InvokeAsync(context);
    }

    private async Task<KernelCommandResult> RunAsync(KernelCommand command, KernelInvocationContext? parent, CancellationToken cancellationToken)
    {
        var context = new KernelInvocationContext(command, this, parent, cancellationToken);
        var root = RootKernel;
        var queued = parent is null && command is not (Cancel or Quit);
        if (queued)
        {
            root._running = context;
        }

        KernelInvocationContext.Current = context;
        try
        {
            await SubmissionSteps.RunAsync(this, command, context);
            context.Complete(command);
        }
        catch (Exception exception)
        {
            context.Fail(command, exception);
        }
        finally
        {
            KernelInvocationContext.Current = parent;
            if (queued)
            {
                root._running = null;
            }
        }

        return context.Result;
    }

    private void RegisterHandlers()
    {
        var interfaces = GetType().GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKernelCommandHandler<>));
        foreach (var handlerType in interfaces)
        {
            var handle = handlerType.GetMethod("HandleAsync")!;
            _handlers[handlerType.GetGenericArguments()[0]] = (command, context) =>
                (Task)handle.Invoke(this, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [command, context], null)!;
        }
    }
}
