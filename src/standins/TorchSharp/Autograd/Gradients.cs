using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// The gradient of the sum of <paramref name="outputs"/>, each weighted by its entry of <paramref name="grad_outputs"/>,
        /// with respect to every input; null for an input that was not used, where <paramref name="allow_unused"/> lets that pass.
        /// </summary>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new nint[inputs.Count];
            fixed (nint* to = Handles(outputs))
            fixed (nint* from = Handles(inputs))
            fixed (nint* weights = Handles(grad_outputs))
            fixed (nint* gradients = results)
            {
                Errors.Check(Native.ts_grad(
                    to, outputs.Count, from, inputs.Count, weights, grad_outputs?.Count ?? 0,
                    retain_graph || create_graph, create_graph, allow_unused, gradients));
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Adds to the gradient of every leaf (or of <paramref name="inputs"/>) that <paramref name="tensors"/> depend on.</summary>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            fixed (nint* roots = Handles(tensors))
            fixed (nint* weights = Handles(grad_tensors))
            fixed (nint* leaves = Handles(inputs))
            {
                Errors.Check(Native.ts_backward(
                    roots, tensors.Count, weights, grad_tensors?.Count ?? 0, leaves, inputs?.Count ?? 0,
                    retain_graph ?? create_graph, create_graph));
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
            => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
            => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static nint[]? Handles(IList<Tensor>? tensors)
        {
            if (tensors is null || tensors.Count == 0) return null;
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++) handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }
    }

    public partial class Tensor
    {
        /// <summary>The gradient that backward has added up so far, or null.</summary>
        public Tensor? grad
        {
            get
            {
                var gradient = Alive(Native.ts_tensor_grad(Handle));
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Errors.Check(Alive(Native.ts_tensor_set_grad(Handle, value?.Handle ?? 0)));
                GC.KeepAlive(value);
            }
        }

        public void backward() => autograd.backward([this]);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
            => autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => Errors.Check(Alive(Native.ts_tensor_retain_grad(Handle)));
    }
}
