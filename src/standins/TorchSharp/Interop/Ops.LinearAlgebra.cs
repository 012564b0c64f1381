namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op vander = new("vander");
    internal static readonly Op tril = new("tril");
    internal static readonly Op tril_ = new("tril_");
    internal static readonly Op triu = new("triu");
    internal static readonly Op triu_ = new("triu_");
    internal static readonly Op baddbmm = new("baddbmm");
    internal static readonly Op bmm = new("bmm");
    internal static readonly Op trace = new("trace");
    internal static readonly Op kron = new("kron");
    internal static readonly Op outer = new("outer");
    internal static readonly Op ger = new("ger");
    internal static readonly Op inner = new("inner");
    internal static readonly Op inverse = new("inverse");
    internal static readonly Op tensordot = new("tensordot");
    internal static readonly Op cholesky = new("cholesky");
    internal static readonly Op cholesky_inverse = new("cholesky_inverse");
    internal static readonly Op cholesky_solve = new("cholesky_solve");
    internal static readonly Op det = new("det");
    internal static readonly Op logdet = new("logdet");
    internal static readonly Op geqrf = new("geqrf");
    internal static readonly Op matmul = new("matmul");
    internal static readonly Op mm = new("mm");
    internal static readonly Op mv = new("mv");
    internal static readonly Op matrix_exp = new("matrix_exp");
    internal static readonly Op matrix_power = new("matrix_power");
    internal static readonly Op vdot = new("vdot");
    internal static readonly Op dot = new("dot");
    internal static readonly Op ormqr = new("ormqr");
    internal static readonly Op addbmm = new("addbmm");
    internal static readonly Op addbmm_ = new("addbmm_");
    internal static readonly Op addmm = new("addmm");
    internal static readonly Op addmm_ = new("addmm_");
    internal static readonly Op addmv = new("addmv");
    internal static readonly Op addmv_ = new("addmv_");
    internal static readonly Op addr = new("addr");
    internal static readonly Op addr_ = new("addr_");
}
