namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op isclose = new("isclose");
    internal static readonly Op isin_Tensor_Tensor = new("isin", "Tensor_Tensor");
    internal static readonly Op isinf = new("isinf");
    internal static readonly Op isfinite = new("isfinite");
    internal static readonly Op isposinf = new("isposinf");
    internal static readonly Op isneginf = new("isneginf");
    internal static readonly Op isnan = new("isnan");
    internal static readonly Op isreal = new("isreal");
    internal static readonly Op eq_Tensor = new("eq_", "Tensor");
    internal static readonly Op eq_Scalar = new("eq_", "Scalar");
    internal static readonly Op allclose = new("allclose");
    internal static readonly Op ge_Tensor = new("ge_", "Tensor");
    internal static readonly Op greater_equal_Tensor = new("greater_equal", "Tensor");
    internal static readonly Op ge_Scalar = new("ge_", "Scalar");
    internal static readonly Op gt_Tensor = new("gt_", "Tensor");
    internal static readonly Op greater_Tensor = new("greater", "Tensor");
    internal static readonly Op gt_Scalar = new("gt_", "Scalar");
    internal static readonly Op le_Tensor = new("le_", "Tensor");
    internal static readonly Op less_equal_Tensor = new("less_equal_", "Tensor");
    internal static readonly Op le_Scalar = new("le_", "Scalar");
    internal static readonly Op lt_Tensor = new("lt_", "Tensor");
    internal static readonly Op less_Tensor = new("less", "Tensor");
    internal static readonly Op lt_Scalar = new("lt_", "Scalar");
    internal static readonly Op maximum = new("maximum");
    internal static readonly Op minimum = new("minimum");
    internal static readonly Op ne_Tensor = new("ne_", "Tensor");
    internal static readonly Op not_equal_Tensor = new("not_equal_", "Tensor");
    internal static readonly Op ne_Scalar = new("ne_", "Scalar");
    internal static readonly Op fmax = new("fmax");
    internal static readonly Op fmin = new("fmin");
    internal static readonly Op logical_and = new("logical_and");
    internal static readonly Op logical_and_ = new("logical_and_");
    internal static readonly Op logical_not = new("logical_not");
    internal static readonly Op logical_not_ = new("logical_not_");
    internal static readonly Op logical_or = new("logical_or");
    internal static readonly Op logical_or_ = new("logical_or_");
    internal static readonly Op logical_xor = new("logical_xor");
    internal static readonly Op logical_xor_ = new("logical_xor_");
}
