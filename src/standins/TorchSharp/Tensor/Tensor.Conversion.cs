using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor type_as(Tensor tensor) => Ops.type_as.Call(this, tensor);

        public Tensor to_dense() => Ops.to_dense.Call(this);

        public Tensor to_sparse() => Ops.to_sparse.Call(this);

        public Tensor to_sparse(int sparse_dim) => Ops.to_sparse_sparse_dim.Call(this, sparse_dim);

        public Tensor pin_memory() => Ops.pin_memory.Call(this);
    }
}
