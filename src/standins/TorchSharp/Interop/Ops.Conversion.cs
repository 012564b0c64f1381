namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op type_as = new("type_as");
    internal static readonly Op to_dense = new("to_dense");
    internal static readonly Op to_sparse = new("to_sparse");
    internal static readonly Op to_sparse_sparse_dim = new("to_sparse", "sparse_dim");
    internal static readonly Op pin_memory = new("pin_memory");
}
