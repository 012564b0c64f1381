using System.Collections.Concurrent;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// The one thread that runs cells, with a queue that brings the continuations of <c>await</c> back to it. A run can
/// be stopped from outside, whatever it is doing; when that took an abort, the next run gets a fresh thread, since
/// the runtime does not reliably stop the same thread twice.
/// </summary>
internal sealed class ScriptThread : IDisposable
{
    private const int StackBytes = 16 << 20;

    private readonly ConcurrentQueue<Action> _queue = new();
    private readonly AutoResetEvent _arrived = new(false);
    private volatile bool _stopping;
    private InterruptibleRun? _run;

    public ScriptThread() => Start();

    /// <summary>Runs something short on the thread; it is not interrupted.</summary>
    public Task<T> InvokeAsync<T>(Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(() =>
        {
            try
            {
                completion.SetResult(work());
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        });
        return completion.Task;
    }

    /// <summary>
    /// Runs a cell's code to its end, awaits included. After <paramref name="cancellationToken"/> is cancelled the
    /// run ends within a second with <see cref="OperationCanceledException"/>.
    /// </summary>
    public Task RunAsync(Func<Task> body, CancellationToken cancellationToken)
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(() =>
        {
            if (_run is not null)
            {
                // Sent from within a running cell: part of that run.
                Forward(body(), completion);
                return;
            }

            var context = new CellSynchronizationContext(this);
            _run = new InterruptibleRun(context, body, cancellationToken);
            var outcome = _run.Execute(PumpUntil);
            var aborted = _run.WasAborted;
            _run = null;
            Forward(outcome, completion);
            if (aborted)
            {
                Start();
                throw new ThreadReplacedException();
            }
        });
        return completion.Task;
    }

    public void Dispose()
    {
        _stopping = true;
        _arrived.Set();
    }

    internal void Enqueue(Action action)
    {
        // In a finally block so that an interrupt cannot leave the queue half changed.
        try
        {
        }
        finally
        {
            _queue.Enqueue(action);
            _arrived.Set();
        }
    }

    private static void Forward(Task outcome, TaskCompletionSource completion) =>
        outcome.ContinueWith(completion.SetFromTask, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void Start()
    {
        var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        thread.Start();
    }

    private void Loop()
    {
        try
        {
            while (!_stopping)
            {
                RunQueued();
                _arrived.WaitOne();
            }
        }
        catch (ThreadReplacedException)
        {
        }
    }

    private void PumpUntil(Task task)
    {
        task.ContinueWith(_ => _arrived.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            RunQueued();
            if (!task.IsCompleted)
            {
                _arrived.WaitOne();
            }
        }
    }

    private void RunQueued()
    {
        while (true)
        {
            bool found;
            Action? action;
            try
            {
            }
            finally
            {
                found = _queue.TryDequeue(out action);
            }

            if (!found)
            {
                return;
            }

            action!();
        }
    }

    private sealed class ThreadReplacedException : Exception
    {
    }
}
