namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op polygamma = new("polygamma");
    internal static readonly Op cross = new("linalg_cross");
    internal static readonly Op pinv = new("linalg_pinv");
    internal static readonly Op set_source_ = new("set_", "source_Tensor");
    internal static readonly Op nonzero_numpy = new("nonzero_numpy");
}
