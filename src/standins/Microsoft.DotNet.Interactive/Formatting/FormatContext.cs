namespace Microsoft.DotNet.Interactive.Formatting;

public delegate bool FormatDelegate<T>(T value, FormatContext context);

/// <summary>Where a value is being written and how deep inside another one.</summary>
public class FormatContext : IDisposable
{
    public FormatContext(TextWriter writer) => Writer = writer ?? throw new ArgumentNullException(nameof(writer));

    internal FormatContext(TextWriter writer, int depth)
        : this(writer) => Depth = depth;

    public int Depth { get; private set; }

    public TextWriter Writer { get; }

    public void Dispose() => Writer.Flush();

    internal bool TryEnter()
    {
        if (Depth >= Formatter.RecursionLimit)
        {
            return false;
        }

        Depth++;
        return true;
    }

    internal void Leave() => Depth--;
}
