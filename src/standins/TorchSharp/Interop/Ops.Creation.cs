namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op empty = new("empty", "memory_format");
    internal static readonly Op empty_like = new("empty_like");
    internal static readonly Op empty_strided = new("empty_strided");
    internal static readonly Op full = new("full");
    internal static readonly Op full_like = new("full_like");
    internal static readonly Op ones = new("ones");
    internal static readonly Op ones_like = new("ones_like");
    internal static readonly Op zeros = new("zeros");
    internal static readonly Op zeros_like = new("zeros_like");
    internal static readonly Op arange = new("arange", "start_step");
    internal static readonly Op linspace = new("linspace");
    internal static readonly Op logspace = new("logspace");
    internal static readonly Op eye = new("eye", "m");
    internal static readonly Op scalar_tensor = new("scalar_tensor");
    internal static readonly Op rand = new("rand", "generator");
    internal static readonly Op rand_like = new("rand_like");
    internal static readonly Op randn = new("randn", "generator");
    internal static readonly Op randn_like = new("randn_like");
    internal static readonly Op randint = new("randint", "low_generator");
    internal static readonly Op randint_like = new("randint_like", "low_dtype");
    internal static readonly Op randperm = new("randperm", "generator");
    internal static readonly Op complex = new("complex");
    internal static readonly Op polar = new("polar");
    internal static readonly Op tril_indices = new("tril_indices");
    internal static readonly Op triu_indices = new("triu_indices");
    internal static readonly Op rsub_Scalar = new("rsub", "Scalar");
    internal static readonly Op to_dtype = new("to", "dtype");
    internal static readonly Op to_device = new("to", "device");
    internal static readonly Op item = new("_local_scalar_dense");
    internal static readonly Op where_self = new("where", "self");
    internal static readonly Op equal = new("equal");
    internal static readonly Op cat = new("cat");
    internal static readonly Op stack = new("stack");
    internal static readonly Op einsum = new("einsum");
}
