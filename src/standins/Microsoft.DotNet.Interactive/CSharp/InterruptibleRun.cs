using System.Runtime;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// One run of a cell on the script thread, stopped in three steps: at once its token and the checkpoints in its
/// loops; then <see cref="Thread.Interrupt"/> for what blocks; last <see cref="ControlledExecution"/>, which
/// aborts. The last step is for endless library code only, since an abort in the middle of the runtime's own code
/// can end the process.
/// </summary>
#pragma warning disable CA1001 // The abort source has no timer and may still be asked after the run's end.
internal sealed class InterruptibleRun
#pragma warning restore CA1001
{
    private static readonly TimeSpan BeforeInterrupt = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromMilliseconds(450);

    private readonly CellSynchronizationContext _context;
    private readonly Func<Task> _body;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _abort = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly TaskCompletionSource _ended = new();
    private int _interrupting;
    private bool _interrupted;
    private Task? _task;
    private Exception? _failure;

    public InterruptibleRun(CellSynchronizationContext context, Func<Task> body, CancellationToken cancellationToken)
    {
        _context = context;
        _body = body;
        _cancellationToken = cancellationToken;
    }

    public bool WasAborted => _abort.IsCancellationRequested;

    /// <summary>Runs the body; <paramref name="pumpUntil"/> serves the thread's queue until the task has ended.</summary>
    public Task Execute(Action<Task> pumpUntil)
    {
        using var registration = _cancellationToken.UnsafeRegister(_ => new Thread(Escalate) { IsBackground = true, Name = "interrupt" }.Start(), null);
        var previous = SynchronizationContext.Current;
        try
        {
#pragma warning disable SYSLIB0046 // Aborting is the point: a cell must be stoppable whatever it runs.
            ControlledExecution.Run(() => Run(pumpUntil), _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException exception)
        {
            _failure = exception;
        }
        finally
        {
            End();
            SynchronizationContext.SetSynchronizationContext(previous);
        }

        if (_cancellationToken.IsCancellationRequested && (_task is not { IsCompletedSuccessfully: true } || _failure is not null))
        {
            _context.Abandon();
            return Task.FromCanceled(_cancellationToken);
        }

        return _failure is null ? _task! : Task.FromException(_failure);
    }

    private void Run(Action<Task> pumpUntil)
    {
        try
        {
            SynchronizationContext.SetSynchronizationContext(_context);
            _task = _body();
            pumpUntil(_task);
        }
        catch (Exception exception)
        {
            // An abort ends in ControlledExecution, which waits there: an interrupt still pending would break that.
            ClearPendingInterrupt();
            _failure = exception;
        }
    }

    private void Escalate()
    {
        if (_ended.Task.Wait(BeforeInterrupt))
        {
            return;
        }

        if (Interlocked.CompareExchange(ref _interrupting, 1, 0) == 0)
        {
            _interrupted = true;
            _thread.Interrupt();
            Volatile.Write(ref _interrupting, 0);
        }

        if (!_ended.Task.Wait(BeforeAbort))
        {
            _abort.Cancel();
        }
    }

    private void End()
    {
        _ended.SetResult();
        while (Interlocked.CompareExchange(ref _interrupting, 2, 0) == 1)
        {
            Thread.SpinWait(100);
        }

        ClearPendingInterrupt();
    }

    private void ClearPendingInterrupt()
    {
        if (!_interrupted)
        {
            return;
        }

        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
