namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op digamma = new("digamma");
    internal static readonly Op digamma_ = new("digamma_");
    internal static readonly Op lgamma = new("lgamma");
    internal static readonly Op lgamma_ = new("lgamma_");
    internal static readonly Op mvlgamma = new("mvlgamma");
    internal static readonly Op mvlgamma_ = new("mvlgamma_");
    internal static readonly Op polygamma_ = new("polygamma_");
    internal static readonly Op igamma = new("igamma");
    internal static readonly Op igammac = new("igammac");
    internal static readonly Op i0 = new("i0");
    internal static readonly Op i0_ = new("i0_");
    internal static readonly Op erf = new("erf");
    internal static readonly Op erf_ = new("erf_");
    internal static readonly Op erfc = new("erfc");
    internal static readonly Op erfc_ = new("erfc_");
    internal static readonly Op erfinv = new("erfinv");
    internal static readonly Op erfinv_ = new("erfinv_");
    internal static readonly Op sigmoid = new("sigmoid");
    internal static readonly Op sigmoid_ = new("sigmoid_");
    internal static readonly Op exp = new("exp");
    internal static readonly Op exp_ = new("exp_");
    internal static readonly Op exp2 = new("exp2");
    internal static readonly Op exp2_ = new("exp2_");
    internal static readonly Op expm1 = new("expm1");
    internal static readonly Op expm1_ = new("expm1_");
    internal static readonly Op log = new("log");
    internal static readonly Op log_ = new("log_");
    internal static readonly Op logaddexp = new("logaddexp");
    internal static readonly Op logaddexp2 = new("logaddexp2");
    internal static readonly Op log10 = new("log10");
    internal static readonly Op log10_ = new("log10_");
    internal static readonly Op log1p = new("log1p");
    internal static readonly Op log1p_ = new("log1p_");
    internal static readonly Op log2 = new("log2");
    internal static readonly Op log2_ = new("log2_");
    internal static readonly Op logit = new("logit");
    internal static readonly Op logit_ = new("logit_");
    internal static readonly Op xlogy_Tensor = new("xlogy", "Tensor");
    internal static readonly Op xlogy__Tensor = new("xlogy_", "Tensor");
    internal static readonly Op xlogy_Scalar_Other = new("xlogy", "Scalar_Other");
    internal static readonly Op xlogy__Scalar_Other = new("xlogy_", "Scalar_Other");
}
