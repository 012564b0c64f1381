namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op sort = new("sort", "stable");
    internal static readonly Op kthvalue = new("kthvalue");
    internal static readonly Op unique = new("_unique2");
    internal static readonly Op unique_dim = new("unique_dim");
    internal static readonly Op unique_consecutive = new("unique_consecutive");
}
