using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor arctan(Tensor other) => arctan2(other);

        public Tensor arctan_(Tensor other) => arctan2_(other);

        /// <summary>The derivative of the digamma function of order <paramref name="p"/>.</summary>
        public Tensor polygamma(long p) => Ops.polygamma.Call(p, this);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        /// <summary>Contracts the last <paramref name="dims"/> dimensions of this tensor with the first ones of the other.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            var rank = dim();
            var last = new long[dims];
            var first = new long[dims];
            for (var i = 0; i < dims; i++) (last[i], first[i]) = (rank - dims + i, i);
            return tensordot(b, last, first);
        }

        public Tensor cross(Scalar other, long dim)
        {
            using var tensor = torch.full([], other, dtype, device);
            return Ops.cross.Call(this, tensor, dim);
        }

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) =>
            Ops.pinv.Call(this, rcond, hermitian);

        /// <summary>This tensor where the condition holds, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Ops.where_self.Call(condition, this, y);

        public Tensor set_(Tensor source) => Ops.set_source_.InPlace(this, source);

        public IList<Tensor> nonzero_as_list() => Ops.nonzero_numpy.CallList(this);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var index = torch.tensor(indices.ToArray(), device: device);
            return take_along_dim(index);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var index = torch.tensor(indices.ToArray(), device: device);
            return take_along_dim(index, dim);
        }
    }
}
