using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp;

/// <summary>
/// One output of a cell that is replaced by its next state, at most so often. Outside a notebook there is nothing to
/// replace: the last state is printed.
/// </summary>
internal sealed class LiveOutput(TimeSpan leastInterval, TimeProvider clock)
{
    private DisplayedValue? _output;
    private long? _shownAt;

    /// <summary>Shows the state if the last one has been there long enough.</summary>
    public void Show<T>(Func<T> state)
        where T : notnull
    {
        if (KernelInvocationContext.Current is not null && (_shownAt is not { } at || clock.GetElapsedTime(at) >= leastInterval))
        {
            Put(state());
        }
    }

    /// <summary>Shows the state that stays.</summary>
    public void ShowLast<T>(T state)
        where T : notnull
    {
        if (_output is not null || KernelInvocationContext.Current is not null)
        {
            Put(state);
        }
        else
        {
            Console.WriteLine(state);
        }
    }

    private void Put<T>(T state)
        where T : notnull
    {
        _shownAt = clock.GetTimestamp();
        if (_output is null)
        {
            _output = Kernel.display(state);
        }
        else
        {
            _output.Update(state);
        }
    }
}
