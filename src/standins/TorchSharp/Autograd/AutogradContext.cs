using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward half of a custom function leaves for its backward half.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether backward gets zeros, rather than null, for an output that nothing depends on.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> ToSave { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>The graph's node while backward runs.</summary>
            internal nint Node { get; set; }

            /// <summary>Keeps tensors, inputs or outputs of forward, for backward.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>Keeps anything that is not a tensor.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>Says which inputs forward changes in place.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = tensors;

            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = tensors;

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <exception cref="System.Runtime.InteropServices.ExternalException">
            /// One of them was changed in place since, or an earlier backward has freed them.
            /// </exception>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0) return ToSave;
                var handles = new nint[Native.ts_function_saved_count(Node)];
                fixed (nint* results = handles) Errors.Check(Native.ts_function_saved(Node, results));
                return [.. handles.Select(handle => handle == 0 ? null! : new Tensor(handle))];
            }

            public object get_data(string key) => _data[key];

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => _data.Clear();
        }
    }
}
