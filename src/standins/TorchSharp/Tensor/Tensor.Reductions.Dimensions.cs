using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => @out is null
            ? Ops.amax.Call(this, dims, keepdim)
            : Ops.amax_out.Call(this, dims, keepdim, @out);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amax(dims.ToArray(), keepdim, @out);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => @out is null
            ? Ops.amin.Call(this, dims, keepdim)
            : Ops.amin_out.Call(this, dims, keepdim, @out);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amin(dims.ToArray(), keepdim, @out);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Ops.norm_dim.Call(this, p, (long)dim, keepdim);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Ops.nanmean.Call(this, dim, keepdim, dtype);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Ops.count_nonzero.Call(this) : Ops.count_nonzero_dims.Call(this, dims);

        /// <summary>How many elements fall into each of equal bins; the data's own range when min and max are both 0.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.histc.Call(this, bins, min, max);

        public Tensor renorm(float p, long dim, float maxnorm) => Ops.renorm.Call(this, p, dim, maxnorm);
    }
}
