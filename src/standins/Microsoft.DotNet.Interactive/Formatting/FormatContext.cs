using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

public delegate bool FormatDelegate<T>(T value, FormatContext context);

/// <summary>Where a value is being written and how deep inside another one.</summary>
public class FormatContext : IDisposable
{
    public FormatContext(TextWriter writer)
        : this(writer, 0, FormatState.Current)
    {
    }

    internal FormatContext(TextWriter writer, int depth, FormatState state)
    {
        Writer = writer ?? throw new ArgumentNullException(nameof(writer));
        Depth = depth;
        State = state;
    }

    public int Depth { get; private set; }

    public TextWriter Writer { get; }

    internal FormatState State { get; }

    public void Dispose() => Writer.Flush();

    internal bool TryEnter(object value, string mimeType)
    {
        if (Depth >= Formatter.RecursionLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack() || !State.TryEnter(value, mimeType))
        {
            return false;
        }

        Depth++;
        return true;
    }

    internal void Leave(object value, string mimeType)
    {
        Depth--;
        State.Leave(value, mimeType);
    }
}
