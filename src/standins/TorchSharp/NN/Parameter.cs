using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a tensor something to learn. The tensor given is used up, as by <see cref="Modules.Parameter"/>.</summary>
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }

    public static partial class TensorExtensionMethods
    {
        public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module registers as something to learn: a leaf of the graph.</summary>
    public class Parameter : torch.Tensor
    {
        /// <summary>Takes over the storage of <paramref name="data"/>, which cannot be used any more.</summary>
        public Parameter(torch.Tensor data, bool requires_grad = true)
            : base(TakeOver(data)) => this.requires_grad = requires_grad;

        private static nint TakeOver(torch.Tensor data)
        {
            var leaf = data.detach().DecoupleFromNativeHandle();
            data.Dispose();
            return leaf;
        }
    }
}
