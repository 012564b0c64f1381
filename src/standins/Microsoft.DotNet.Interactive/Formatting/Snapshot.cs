using System.Collections;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The first items of a sequence, which may be endless, may compute its items, and may fail at one of them.</summary>
internal sealed record Snapshot(IReadOnlyList<object?> Items, bool HasMore, long? Count)
{
    public static Snapshot Take(IEnumerable sequence, int limit, CancellationToken interruption)
    {
        var items = new List<object?>();
        var hasMore = false;
        try
        {
            var enumerator = sequence.GetEnumerator();
            using var disposable = enumerator as IDisposable;
            while (!hasMore && enumerator.MoveNext())
            {
                interruption.ThrowIfCancellationRequested();
                hasMore = items.Count >= limit;
                if (!hasMore)
                {
                    items.Add(enumerator.Current);
                }
            }
        }
        catch (Exception exception) when (Interrupts.IsOther(exception))
        {
            items.Add(new Failure(exception));
        }

        return new Snapshot(items, hasMore, hasMore ? CountOf(sequence) : items.Count);
    }

    /// <summary>"… (80 more)", or null where there are no more.</summary>
    public string? Rest(string what = "") =>
        !HasMore ? null : Count is { } count ? $"… ({count - Items.Count} more{what})" : $"… (more{what})";

    private static long? CountOf(IEnumerable sequence) => sequence switch
    {
        Array array => array.LongLength,
        ICollection collection => collection.Count,
        _ => sequence.GetType().GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty("Count")?.GetValue(sequence) as int?,
    };
}

/// <summary>Stands where a value should be that could not be had.</summary>
internal sealed record Failure(Exception Exception)
{
    public override string ToString() => $"! {TypeName.Of(Exception.GetType())}: {Exception.Message}";
}
