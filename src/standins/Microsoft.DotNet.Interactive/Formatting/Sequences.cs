using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A key with its value, as dictionaries and groups hold them.</summary>
internal sealed record Entry(object? Key, object? Value);

/// <summary>What can be enumerated without changing it, and what its items are.</summary>
internal static class Sequences
{
    private static readonly Type[] Dictionaries = [typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    public static bool IsDictionary(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type) || type.GetInterfaces().Append(type).Any(i => i.IsGenericType && Dictionaries.Contains(i.GetGenericTypeDefinition()));

    /// <summary>The entries of what <see cref="IsDictionary"/>.</summary>
    public static IEnumerable Entries(object dictionary) => new EntriesOf((IEnumerable)dictionary);

    /// <summary>The value as a sequence; null where it is none.</summary>
    public static IEnumerable? Of(object value) => value switch
    {
        string => null,
        IEnumerable sequence => sequence,
        _ when IsMemory(value.GetType()) => (IEnumerable)value.GetType().GetMethod("ToArray")!.Invoke(value, null)!,
        _ => null,
    };

    /// <summary>The type of the items of a sequence, as its type declares it; null where it does not.</summary>
    public static Type? ItemType(Type type) => type.IsArray
        ? (type.GetArrayRank() == 1 ? type.GetElementType() : null)
        : type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    public static bool IsTuple(Type type) => type.IsAssignableTo(typeof(ITuple));

    public static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>The key of an <see cref="IGrouping{TKey, TElement}"/>.</summary>
    public static PropertyInfo? GroupKey(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IGrouping<,>))?.GetProperty("Key");

    private static bool IsMemory(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));

    private sealed class EntriesOf(IEnumerable dictionary) : IEnumerable, IReadOnlyCollection<Entry>
    {
        public int Count => dictionary is ICollection collection ? collection.Count : dictionary.Cast<object?>().Count();

        public IEnumerator<Entry> GetEnumerator()
        {
            foreach (var item in dictionary)
            {
                yield return item is DictionaryEntry entry ? new Entry(entry.Key, entry.Value) : Pair(item);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private static Entry Pair(object? item)
        {
            var type = item!.GetType();
            return new Entry(type.GetProperty("Key")!.GetValue(item), type.GetProperty("Value")!.GetValue(item));
        }
    }
}
