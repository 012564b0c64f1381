namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>Brings continuations of one cell back to the script thread, until that cell is interrupted.</summary>
internal sealed class CellSynchronizationContext(ScriptThread thread) : SynchronizationContext
{
    private volatile bool _abandoned;

    public override void Post(SendOrPostCallback d, object? state) => thread.Enqueue(() =>
    {
        if (_abandoned)
        {
            return;
        }

        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            d(state);
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    });

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>From now on nothing of this cell runs: its pending continuations are dropped.</summary>
    public void Abandon() => _abandoned = true;
}
