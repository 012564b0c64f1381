namespace TorchSharp;

/// <summary>
/// Owns the tensors created while it is the innermost scope of its thread, and disposes of them when it closes,
/// except those moved out of it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly List<IDisposable> _items = [];

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
    }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (_items) return _items.ToArray();
        }
    }

    public int DisposablesCount => _items.Count;

    internal DisposeScope? Outer { get; set; }

    /// <summary>Hands an object to the enclosing scope, or to nobody when this is the outermost one.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, Outer);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(disposable, Outer);
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(disposable, scope);
    }

    /// <summary>Takes an object out of every scope: from here on its owner disposes of it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, null);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(disposable, null);
    }

    public void Attach(IDisposable disposable)
    {
        var previous = OwnerOf(disposable);
        if (ReferenceEquals(previous, this)) return;
        previous?.Remove(disposable);
        if (previous is null) DisposeScopeManager.Statistics.Of(disposable).AttachedToScopeCount++;
        Add(disposable);
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (var disposable in list) Attach(disposable);
        return list;
    }

    public void DisposeEverything() => DisposeEverythingBut();

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        IDisposable[] doomed;
        lock (_items) doomed = _items.Where(item => !keep.Contains(item)).ToArray();
        foreach (var item in doomed) item.Dispose();
        lock (_items)
        {
            // Tensors have taken themselves out by now; other objects cannot.
            foreach (var item in doomed) RemoveHeld(item);
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void Dispose()
    {
        IDisposable[] doomed;
        lock (_items)
        {
            doomed = [.. _items];
            _items.Clear();
            foreach (var item in doomed)
            {
                if (item is torch.Tensor tensor) tensor.ScopeSlot = -1;
            }
        }

        foreach (var item in doomed) item.Dispose();
        _manager.Close(this);
    }

    /// <summary>Forgets an object that was disposed of while this scope owned it.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        DisposeScopeManager.Statistics.Of(disposable).DisposedInScopeCount++;
        Remove(disposable);
    }

    public bool Contains(IDisposable disposable)
    {
        lock (_items) return SlotOf(disposable) >= 0;
    }

    internal void Add(IDisposable item)
    {
        lock (_items)
        {
            if (item is torch.Tensor tensor)
            {
                tensor.OwningScope = this;
                tensor.ScopeSlot = _items.Count;
            }

            _items.Add(item);
        }
    }

    private static DisposeScope? OwnerOf(IDisposable item) => (item as torch.Tensor)?.OwningScope;

    private void Move(IDisposable? item, DisposeScope? target)
    {
        if (item is null) return;
        Remove(item);
        if (target is null) DisposeScopeManager.Statistics.Of(item).DetachedFromScopeCount++;
        else target.Add(item);
    }

    private void Remove(IDisposable item)
    {
        lock (_items) RemoveHeld(item);
    }

    /// <summary>The last object takes the place of the removed one: order is not kept, the cost is constant.</summary>
    private void RemoveHeld(IDisposable item)
    {
        var slot = SlotOf(item);
        if (item is torch.Tensor removed && ReferenceEquals(removed.OwningScope, this))
        {
            removed.OwningScope = null;
            removed.ScopeSlot = -1;
        }

        if (slot < 0) return;
        var last = _items[^1];
        _items[slot] = last;
        if (last is torch.Tensor moved && slot != _items.Count - 1) moved.ScopeSlot = slot;
        _items.RemoveAt(_items.Count - 1);
    }

    private int SlotOf(IDisposable item)
    {
        if (item is not torch.Tensor tensor) return _items.FindIndex(held => ReferenceEquals(held, item));
        return ReferenceEquals(tensor.OwningScope, this) ? tensor.ScopeSlot : -1;
    }
}
