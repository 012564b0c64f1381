namespace TorchSharp;

/// <summary>Keeps one thread's stack of dispose scopes.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? s_current;

    private readonly ThreadDisposeScopeStatistics _statistics = new();

    public static ThreadDisposeScopeStatistics Statistics => Current._statistics;

    internal static DisposeScopeManager Current => s_current ??= new DisposeScopeManager();

    internal DisposeScope? Top { get; private set; }

    internal DisposeScope Open() => Top = new DisposeScope(this, Top);

    /// <summary>Takes a scope off the stack, also from the middle, should scopes be closed out of order.</summary>
    internal void Close(DisposeScope scope)
    {
        if (ReferenceEquals(Top, scope))
        {
            Top = scope.Outer;
            return;
        }

        for (var inner = Top; inner is not null; inner = inner.Outer)
        {
            if (!ReferenceEquals(inner.Outer, scope)) continue;
            inner.Outer = scope.Outer;
            return;
        }
    }

    internal static void RegisterTensor(torch.Tensor tensor)
    {
        var manager = Current;
        if (manager.Top is { } scope)
        {
            manager._statistics.TensorStatistics.CreatedInScopeCount++;
            scope.Add(tensor);
        }
        else
        {
            manager._statistics.TensorStatistics.CreatedOutsideScopeCount++;
        }
    }
}
