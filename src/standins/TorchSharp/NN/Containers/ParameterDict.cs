using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var dictionary = new ParameterDict();
                foreach (var parameter in parameters)
                {
                    dictionary.Add(parameter);
                }

                return dictionary;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Parameters under names, in the order in which they were added.</summary>
    public class ParameterDict : torch.nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        public ParameterDict()
            : base(nameof(ParameterDict))
        {
        }

        public int Count => _internal_params.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _internal_params.Keys;

        public ICollection<Parameter> Values => _internal_params.Values;

        public (string, Parameter) this[int index]
        {
            get => _internal_params[index];
            set => _internal_params[index] = Kept(value);
        }

        public Parameter this[string key]
        {
            get => _internal_params[key];
            set => ConditionallyRegisterParameter(key, value);
        }

        public IEnumerator<(string, Parameter)> items() => _internal_params.items();

        public IEnumerable<string> keys() => _internal_params.keys();

        public IEnumerable<Parameter> values() => _internal_params.values();

        public void Add((string, Parameter) item) => register_parameter(item.Item1, item.Item2);

        public void Add(string key, Parameter value) => register_parameter(key, value);

        public void Add(KeyValuePair<string, Parameter> item) => register_parameter(item.Key, item.Value);

        public void Insert(int index, (string, Parameter) item) => _internal_params.Insert(index, Kept(item));

        public bool Remove(string key) => _internal_params.Remove(key);

        public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

        public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));

        public void RemoveAt(int index) => _internal_params.RemoveAt(index);

        public void Clear() => _internal_params.Clear();

        public void clear() => Clear();

        public bool ContainsKey(string key) => _internal_params.ContainsKey(key);

        public bool Contains((string, Parameter) item) => IndexOf(item) >= 0;

        public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _internal_params.TryGetValue(key, out value);

        public int IndexOf((string, Parameter) item)
        {
            for (var i = 0; i < Count; i++)
            {
                if (_internal_params[i].Item1 == item.Item1 && ReferenceEquals(_internal_params[i].Item2, item.Item2))
                {
                    return i;
                }
            }

            return -1;
        }

        public void CopyTo((string, Parameter)[] array, int arrayIndex) => _internal_params.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _internal_params.CopyTo(array, arrayIndex);

        public IEnumerator<(string, Parameter)> GetEnumerator() => _internal_params.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, Parameter>>)_internal_params).GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private static (string, Parameter) Kept((string, Parameter) item)
        {
            item.Item2.DetachFromDisposeScope();
            return item;
        }
    }
}
