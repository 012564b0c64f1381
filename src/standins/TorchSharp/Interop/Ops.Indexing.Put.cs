namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op index_Tensor = new("index", "Tensor");
    internal static readonly Op index_put_ = new("index_put_");
}
