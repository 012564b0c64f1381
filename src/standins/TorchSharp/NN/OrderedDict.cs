using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that enumerates its entries in the order in which they were added.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<(TKey, TValue)> _entries = [];
    private readonly Dictionary<TKey, TValue> _lookup = [];

    public (TKey, TValue) this[int index]
    {
        get => _entries[index];
        set
        {
            var replaced = _entries[index].Item1;
            if (!EqualityComparer<TKey>.Default.Equals(replaced, value.Item1) && _lookup.ContainsKey(value.Item1))
            {
                throw new ArgumentException($"The key '{value.Item1}' is already present at another position.");
            }

            _lookup.Remove(replaced);
            _lookup[value.Item1] = value.Item2;
            _entries[index] = value;
        }
    }

    public TValue this[TKey key]
    {
        get => _lookup[key];
        set
        {
            if (_lookup.ContainsKey(key))
            {
                _entries[IndexOf(key)] = (key, value);
            }
            else
            {
                _entries.Add((key, value));
            }

            _lookup[key] = value;
        }
    }

    public bool IsReadOnly => false;

    public int Count => _entries.Count;

    public ICollection<TKey> Keys => _entries.ConvertAll(entry => entry.Item1);

    public ICollection<TValue> Values => _entries.ConvertAll(entry => entry.Item2);

    public IEnumerator<(TKey, TValue)> items() => _entries.GetEnumerator();

    public IEnumerable<TKey> keys() => Keys;

    public IEnumerable<TValue> values() => Values;

    public void clear() => Clear();

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add(TKey key, TValue value)
    {
        _lookup.Add(key, value);
        _entries.Add((key, value));
    }

    public void Insert(int index, (TKey, TValue) item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)_entries.Count, nameof(index));
        _lookup.Add(item.Item1, item.Item2);
        _entries.Insert(index, item);
    }

    public bool Remove(TKey key)
    {
        if (!_lookup.Remove(key))
        {
            return false;
        }

        _entries.RemoveAt(IndexOf(key));
        return true;
    }

    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    public void RemoveAt(int index) => Remove(_entries[index].Item1);

    public void Clear()
    {
        _entries.Clear();
        _lookup.Clear();
    }

    public bool ContainsKey(TKey key) => _lookup.ContainsKey(key);

    public bool Contains((TKey, TValue) item) => IndexOf(item) >= 0;

    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _lookup.TryGetValue(key, out value);

    public int IndexOf((TKey, TValue) item) => _entries.IndexOf(item);

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in _entries)
        {
            array[arrayIndex++] = new KeyValuePair<TKey, TValue>(key, value);
        }
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator()
    {
        foreach (var (key, value) in _entries)
        {
            yield return new KeyValuePair<TKey, TValue>(key, value);
        }
    }

    private int IndexOf(TKey key) =>
        _entries.FindIndex(entry => EqualityComparer<TKey>.Default.Equals(entry.Item1, key));
}
