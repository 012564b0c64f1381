namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op argsort = new("argsort");
    internal static readonly Op bucketize_Tensor = new("bucketize", "Tensor");
    internal static readonly Op topk = new("topk");
    internal static readonly Op msort = new("msort");
}
