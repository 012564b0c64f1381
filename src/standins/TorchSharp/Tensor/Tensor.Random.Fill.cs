using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Integers from <paramref name="from"/> up to, and without, <paramref name="to"/>.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Ops.random_from_.InPlace(this, (long)from, (long)to, generator);

        public Tensor randn_out(params long[] sizes) => Ops.randn_out.Call(sizes, this);

        public Tensor rand_out(params long[] sizes) => Ops.rand_out.Call(sizes, this);

        public Tensor randint_out(long high, long[] sizes) => Ops.randint_out.Call(high, sizes, this);

        public Tensor randperm_out(long n) => Ops.randperm_out.Call(n, this);

        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Ops.arange_out.Call(start, stop, step, this);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);

        /// <summary>An identity matrix of this tensor's type, where this tensor is.</summary>
        public Tensor eye(long rows, long columns) => torch.eye(rows, columns, dtype, device);
    }
}
