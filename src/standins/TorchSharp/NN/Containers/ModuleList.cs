using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list, registered as "0", "1", …</summary>
    public class ModuleList<T> : torch.nn.Module, IList<T>
        where T : torch.nn.Module
    {
        private readonly List<T> _list = [];

        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<T>))
        {
            _list.AddRange(modules);
            Renumber();
        }

        public int Count => _list.Count;

        public bool IsReadOnly => false;

        public T this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                Renumber();
            }
        }

        public void Add(T item)
        {
            _list.Add(item);
            Register(_list.Count - 1);
        }

        public void append(params T[] parameters) => extend(parameters);

        public void extend(IEnumerable<T> modules)
        {
            foreach (var module in modules)
            {
                Add(module);
            }
        }

        public void Insert(int index, T item)
        {
            _list.Insert(index, item);
            Renumber();
        }

        public bool Remove(T item)
        {
            var removed = _list.Remove(item);
            Renumber();
            return removed;
        }

        public void RemoveAt(int index)
        {
            _list.RemoveAt(index);
            Renumber();
        }

        public void Clear()
        {
            _list.Clear();
            Renumber();
        }

        public bool Contains(T item) => _list.Contains(item);

        public int IndexOf(T item) => _list.IndexOf(item);

        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private void Renumber()
        {
            ClearModules();
            for (var i = 0; i < _list.Count; i++)
            {
                Register(i);
            }
        }

        private void Register(int index) => register_module(index.ToString(CultureInfo.InvariantCulture), _list[index]);
    }
}
