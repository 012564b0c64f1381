namespace TorchSharp.Interop;

internal static partial class Ops
{
    internal static readonly Op linalg_cholesky = new("linalg_cholesky");
    internal static readonly Op linalg_cholesky_ex = new("linalg_cholesky_ex");
    internal static readonly Op linalg_cond = new("linalg_cond");
    internal static readonly Op linalg_cond_p_str = new("linalg_cond", "p_str");
    internal static readonly Op linalg_det = new("linalg_det");
    internal static readonly Op linalg_slogdet = new("linalg_slogdet");
    internal static readonly Op linalg_diagonal = new("linalg_diagonal");
    internal static readonly Op linalg_eig = new("linalg_eig");
    internal static readonly Op linalg_eigh = new("linalg_eigh");
    internal static readonly Op linalg_eigvals = new("linalg_eigvals");
    internal static readonly Op linalg_eigvalsh = new("linalg_eigvalsh");
    internal static readonly Op linalg_householder_product = new("linalg_householder_product");
    internal static readonly Op linalg_inv = new("linalg_inv");
    internal static readonly Op linalg_inv_ex = new("linalg_inv_ex");
    internal static readonly Op linalg_lstsq = new("linalg_lstsq");
    internal static readonly Op linalg_lu = new("linalg_lu");
    internal static readonly Op linalg_lu_factor = new("linalg_lu_factor");
    internal static readonly Op linalg_ldl_factor = new("linalg_ldl_factor");
    internal static readonly Op linalg_ldl_factor_ex = new("linalg_ldl_factor_ex");
    internal static readonly Op linalg_ldl_solve = new("linalg_ldl_solve");
    internal static readonly Op linalg_matrix_exp = new("linalg_matrix_exp");
    internal static readonly Op linalg_matrix_norm = new("linalg_matrix_norm");
    internal static readonly Op linalg_matrix_norm_str = new("linalg_matrix_norm", "str_ord");
    internal static readonly Op linalg_matrix_rank_float = new("linalg_matrix_rank", "atol_rtol_float");
    internal static readonly Op linalg_matrix_rank_tensor = new("linalg_matrix_rank", "atol_rtol_tensor");
    internal static readonly Op linalg_multi_dot = new("linalg_multi_dot");
    internal static readonly Op linalg_norm = new("linalg_norm");
    internal static readonly Op linalg_norm_str = new("linalg_norm", "ord_str");
    internal static readonly Op linalg_pinv_float = new("linalg_pinv", "atol_rtol_float");
    internal static readonly Op linalg_pinv_tensor = new("linalg_pinv", "atol_rtol_tensor");
    internal static readonly Op linalg_solve = new("linalg_solve");
    internal static readonly Op linalg_solve_ex = new("linalg_solve_ex");
    internal static readonly Op linalg_solve_triangular = new("linalg_solve_triangular");
    internal static readonly Op linalg_solve_triangular_out = new("linalg_solve_triangular", "out");
    internal static readonly Op linalg_svd = new("linalg_svd");
    internal static readonly Op linalg_svdvals = new("linalg_svdvals");
    internal static readonly Op linalg_tensorinv = new("linalg_tensorinv");
    internal static readonly Op linalg_tensorsolve = new("linalg_tensorsolve");
    internal static readonly Op linalg_vector_norm = new("linalg_vector_norm");
    internal static readonly Op linalg_vander = new("linalg_vander");
    internal static readonly Op linalg_vecdot = new("linalg_vecdot");
    internal static readonly Op linalg_vecdot_out = new("linalg_vecdot", "out");
    internal static readonly Op linalg_lu_solve = new("linalg_lu_solve");
    internal static readonly Op linalg_lu_solve_out = new("linalg_lu_solve", "out");
}
