namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// What all parts of one formatting share: which values are being written, how many parts may still come, and what lazy
/// sequences have given, so that text and HTML of the same value enumerate it once.
/// </summary>
internal sealed class FormatState
{
    /// <summary>Parts of a value that are written at most; a graph of objects may unfold to millions.</summary>
    public const int MostParts = 20_000;

    [ThreadStatic]
    private static FormatState? t_current;

    private readonly HashSet<(object Value, string MimeType)> _path = new(ByReference.Instance);
    private readonly Dictionary<object, Snapshot> _snapshots = new(ReferenceEqualityComparer.Instance);
    private int _open;
    private int _parts;

    public static FormatState Current => t_current ?? new FormatState();

    /// <summary>The exception of the outermost formatter that failed last.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether the style sheet goes to the cell's outputs, which need it once, and not into a text of its own.</summary>
    public bool WritesCellOutput { get; set; }

    /// <summary>Whether the style sheet must be there although the cell has it: the output may replace the one that holds it.</summary>
    public bool ReplacesOutput { get; set; }

    public bool HasStyles { get; set; }

    public CancellationToken Interruption { get; private set; }

    /// <summary>Until disposed, everything that this thread formats shares one state.</summary>
    public static Scope Share(out FormatState state)
    {
        var outer = t_current;
        t_current = state = outer ?? new FormatState();
        return new Scope(outer);
    }

    /// <summary>Begins a value; false where it would contain itself or too much has been written.</summary>
    public bool TryEnter(object value, string mimeType)
    {
        if (_open == 0)
        {
            (_parts, HasStyles, Interruption) = (0, false, Interrupts.Token);
        }

        if (++_parts > MostParts || !(value is ValueType or string || _path.Add((value, mimeType))))
        {
            return false;
        }

        _open++;
        return true;
    }

    public void Leave(object value, string mimeType)
    {
        _open--;
        if (value is not (ValueType or string))
        {
            _path.Remove((value, mimeType));
        }
    }

    public Snapshot SnapshotOf(System.Collections.IEnumerable sequence)
    {
        if (!_snapshots.TryGetValue(sequence, out var snapshot))
        {
            snapshot = Snapshot.Take(sequence, Formatter.ListExpansionLimit, Interruption);
            if (t_current == this)
            {
                _snapshots[sequence] = snapshot;
            }
        }

        return snapshot;
    }

    public readonly struct Scope(FormatState? outer) : IDisposable
    {
        public void Dispose() => t_current = outer;
    }

    private sealed class ByReference : IEqualityComparer<(object Value, string MimeType)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((object Value, string MimeType) x, (object Value, string MimeType) y) =>
            ReferenceEquals(x.Value, y.Value) && x.MimeType == y.MimeType;

        public int GetHashCode((object Value, string MimeType) key) =>
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Value);
    }
}
