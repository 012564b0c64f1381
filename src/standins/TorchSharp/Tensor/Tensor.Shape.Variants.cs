using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transpose of a matrix: all dimensions reversed.</summary>
        public Tensor T => Ops.numpy_T.Call(this);

        public Tensor H => Ops.matrix_H.Call(this);

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => Ops.mT.Call(this);

        public Tensor mH => Ops.mH.Call(this);

        public Tensor real => Ops.real.Call(this);

        public Tensor imag => Ops.imag.Call(this);

        public Tensor squeeze(long? dim = null) => dim is null ? Ops.squeeze.Call(this) : Ops.squeeze_dim.Call(this, dim);

        public Tensor squeeze_(long? dim = null) =>
            dim is null ? Ops.squeeze_.InPlace(this) : Ops.squeeze_dim_.InPlace(this, dim);

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor roll(long shifts, long? dims = null) =>
            Ops.roll.Call(this, shifts, dims is { } dim ? (long[])[dim] : (long[])[]);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll((long[])[shifts.Item1, shifts.Item2], (long[])[dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll((long[])[shifts.Item1, shifts.Item2, shifts.Item3], (long[])[dims.Item1, dims.Item2, dims.Item3]);

        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            return Ops.rot90.Call(this, k, (long[])[from, to]);
        }

        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);

        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, dim() == 1 ? 0 : 1);

        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        public Tensor[] dsplit((long, long) indices_or_sections) =>
            dsplit(indices_or_sections.Item1, indices_or_sections.Item2);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit(indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) => dsplit(
            indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4);

        /// <summary>The matrices along the diagonal of a larger one, zero elsewhere.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => Ops.block_diag.Call(tensors);
    }
}
