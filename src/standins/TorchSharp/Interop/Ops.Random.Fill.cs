namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op random_from_ = new("random_", "from");
    internal static readonly Op randn_out = new("randn", "out");
    internal static readonly Op rand_out = new("rand", "out");
    internal static readonly Op randint_out = new("randint", "out");
    internal static readonly Op randperm_out = new("randperm", "out");
    internal static readonly Op arange_out = new("arange", "start_out");
}
