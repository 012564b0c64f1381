namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op div_Tensor = new("div", "Tensor");
    internal static readonly Op div_Tensor_mode = new("div", "Tensor_mode");
    internal static readonly Op div_Scalar = new("div", "Scalar");
    internal static readonly Op div_Scalar_mode = new("div", "Scalar_mode");
    internal static readonly Op div_InPlace_Tensor = new("div_", "Tensor");
    internal static readonly Op div_InPlace_Tensor_mode = new("div_", "Tensor_mode");
    internal static readonly Op div_InPlace_Scalar = new("div_", "Scalar");
    internal static readonly Op div_InPlace_Scalar_mode = new("div_", "Scalar_mode");
}
