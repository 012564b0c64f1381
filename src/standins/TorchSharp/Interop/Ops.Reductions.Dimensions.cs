namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op std_dim = new("std", "dim");
    internal static readonly Op var_dim = new("var", "dim");
    internal static readonly Op std_mean_dim = new("std_mean", "dim");
    internal static readonly Op var_mean_dim = new("var_mean", "dim");
    internal static readonly Op amax_out = new("amax", "out");
    internal static readonly Op amin_out = new("amin", "out");
    internal static readonly Op nanmean = new("nanmean");
    internal static readonly Op count_nonzero = new("count_nonzero");
    internal static readonly Op count_nonzero_dims = new("count_nonzero", "dim_IntList");
    internal static readonly Op histc = new("histc");
    internal static readonly Op renorm = new("renorm");
}
