using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Parameters in a list, registered as "0", "1", …</summary>
    public class ParameterList : torch.nn.Module, IList<Parameter>
    {
        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList)) => extend(parameters);

        public int Count => _internal_params.Count;

        public bool IsReadOnly => false;

        public Parameter this[int index]
        {
            get => _internal_params[index].Item2;
            set => ConditionallyRegisterParameter(_internal_params[index].Item1, value);
        }

        public void Add(Parameter item) => register_parameter(Name(Count), item);

        public void append(params Parameter[] parameters) => extend(parameters);

        public void extend(IEnumerable<Parameter> parameters)
        {
            foreach (var parameter in parameters)
            {
                Add(parameter);
            }
        }

        public void Insert(int index, Parameter item) => Replace(list => list.Insert(index, item));

        public bool Remove(Parameter item)
        {
            var index = IndexOf(item);
            if (index >= 0)
            {
                RemoveAt(index);
            }

            return index >= 0;
        }

        public void RemoveAt(int index) => Replace(list => list.RemoveAt(index));

        public void Clear() => _internal_params.Clear();

        public bool Contains(Parameter item) => IndexOf(item) >= 0;

        public int IndexOf(Parameter item) => _internal_params.Values.ToList().FindIndex(parameter => ReferenceEquals(parameter, item));

        public void CopyTo(Parameter[] array, int arrayIndex) => _internal_params.Values.CopyTo(array, arrayIndex);

        public IEnumerator<Parameter> GetEnumerator() => _internal_params.Values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

        private void Replace(Action<List<Parameter>> change)
        {
            List<Parameter> parameters = [.. _internal_params.Values];
            change(parameters);
            _internal_params.Clear();
            extend(parameters);
        }
    }
}
