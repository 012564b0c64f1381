namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op numpy_T = new("numpy_T");
    internal static readonly Op matrix_H = new("matrix_H");
    internal static readonly Op mT = new("mT");
    internal static readonly Op mH = new("mH");
    internal static readonly Op real = new("real");
    internal static readonly Op imag = new("imag");
    internal static readonly Op squeeze = new("squeeze");
    internal static readonly Op squeeze_ = new("squeeze_");
    internal static readonly Op squeeze_dim = new("squeeze", "dim");
    internal static readonly Op squeeze_dim_ = new("squeeze_", "dim");
    internal static readonly Op rot90 = new("rot90");
    internal static readonly Op block_diag = new("block_diag");
}
