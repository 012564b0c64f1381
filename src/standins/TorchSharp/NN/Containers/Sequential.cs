using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules that feed each other in turn, named "0", "1", … or as given.</summary>
            public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new([.. modules.Select(named => (named.Item1, named.Item2))]);

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new([.. modules]);

            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) => Sequential(modules.ToArray());

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new([.. modules]);
        }
    }
}

namespace TorchSharp.Modules
{
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];

        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
            {
                append(name, module);
            }
        }

        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules)
            {
                append(module);
            }
        }

        public int Count => _modules.Count;

        public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

        public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

        public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

        /// <exception cref="ArgumentException"><paramref name="module"/> is no module.</exception>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            register_module(name, module as nn.Module
                ?? throw new ArgumentException("only modules can be appended", nameof(module)));
            _modules.Add(module);
            return this;
        }

        public Sequential append(nn.IModule<Tensor, Tensor> module) =>
            append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        public override Tensor forward(Tensor tensor)
        {
            if (Count == 0)
            {
                return tensor.alias();
            }

            var result = _modules[0].call(tensor);
            for (var i = 1; i < _modules.Count; i++)
            {
                // Nobody else sees what lies between two modules; autograd keeps what it needs of it.
                var input = result;
                result = _modules[i].call(input);
                input.Dispose();
            }

            return result;
        }

        private Sequential Slice(int start, int end)
        {
            if (start < 0 || end < start || end > Count)
            {
                throw new ArgumentOutOfRangeException(nameof(end), $"The modules [{start}, {end}) are not among the {Count} of this Sequential.");
            }

            return new Sequential([.. named_children().Skip(start).Take(end - start).Select(child => (child.name, (nn.Module<Tensor, Tensor>)child.module))]);
        }
    }
}
