using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp;

/// <summary>
/// One output of a cell that is replaced by its next state, at most so often. It ends with its owner or with the cell,
/// whichever comes first. Outside a notebook there is nothing to replace: the last state is printed.
/// </summary>
internal sealed class LiveOutput
{
    private readonly long _interval;
    private readonly TimeProvider _clock;
    private readonly KernelInvocationContext? _cell = KernelInvocationContext.Current;
    private DisplayedValue? _output;
    private long _dueAt = long.MinValue;

    /// <param name="leastInterval">How long a state stays at least.</param>
    /// <param name="clock">Measures that.</param>
    /// <param name="onCellEnd">Is called at the end of the cell, however it ends, to show the last state.</param>
    public LiveOutput(TimeSpan leastInterval, TimeProvider clock, Action onCellEnd)
    {
        _clock = clock;
        _interval = (long)(leastInterval.TotalSeconds * clock.TimestampFrequency);
        _cell?.OnComplete(_ => onCellEnd());
    }

    /// <summary>Whether the state on show has been there long enough.</summary>
    public bool IsDue => _cell is not null && _clock.GetTimestamp() >= Volatile.Read(ref _dueAt);

    /// <summary>Whether somebody has pressed stop.</summary>
    public bool IsInterrupted => _cell?.CancellationToken.IsCancellationRequested == true;

    public KernelInvocationContext? Cell => _cell;

    /// <summary>Shows a state in the place of the one before.</summary>
    public void Show<T>(T state)
        where T : notnull
    {
        if (_cell is null)
        {
            return;
        }

        Volatile.Write(ref _dueAt, _clock.GetTimestamp() + _interval);
        if (_output is null)
        {
            // In a finally block: an abort in between would leave a second output behind.
            try
            {
            }
            finally
            {
                var values = FormattedValue.CreateManyFromObject(state);
                _output = new DisplayedValue(state, values);
                _cell.Publish(new DisplayedValueProduced(state, _cell.Command, values, _output.DisplayId));
            }
        }
        else
        {
            // Not through the ambient context: at the end of the cell, and on other threads, there is none.
            _cell.Publish(new DisplayedValueUpdated(state, _output.DisplayId, _cell.Command, FormattedValue.CreateManyFromObject(state)));
        }
    }

    /// <summary>Shows the state that stays.</summary>
    public void ShowLast<T>(T state)
        where T : notnull
    {
        if (_cell is not null)
        {
            Show(state);
        }
        else
        {
            Console.WriteLine(state);
        }
    }
}
