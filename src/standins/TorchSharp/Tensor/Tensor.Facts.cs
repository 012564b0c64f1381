using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => dim();

        public long ndim => dim();

        public long NumberOfElements => numel();

        public long ElementSize => element_size();

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_leaf => Is(Fact.Leaf);

        public bool is_sparse => Is(Fact.Sparse);

        public ScalarType dtype => Alive((ScalarType)Native.ts_tensor_dtype(Handle));

        public Device device => new(Alive(Native.ts_tensor_device(Handle)));

        public int device_index => device.index;

        public DeviceType device_type => device.type;

        public bool requires_grad
        {
            get => Is(Fact.RequiresGrad);
            set => Errors.Check(Alive(Native.ts_tensor_set_requires_grad(Handle, value)));
        }

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[dim()];
                fixed (long* p = sizes) Errors.Check(Alive(Native.ts_tensor_sizes(Handle, p, null)));
                return sizes;
            }
        }

        public long dim() => Alive(Native.ts_tensor_dim(Handle));

        public long numel() => Alive(Native.ts_tensor_numel(Handle));

        public long element_size() => Alive(Native.ts_tensor_element_size(Handle));

        public long storage_offset() => Alive(Native.ts_tensor_storage_offset(Handle));

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_quantized() => Is(Fact.Quantized);

        public bool is_contiguous() => Is(Fact.Contiguous);

        public bool is_pinned() => Is(Fact.Pinned);

        public bool is_conj() => Is(Fact.Conjugate);

        public bool is_neg() => Is(Fact.Negative);

        public long[] size() => shape;

        public long size(int dim)
        {
            var sizes = shape;
            return sizes[Axis(dim, sizes.Length)];
        }

        public unsafe long[] stride()
        {
            var rank = dim();
            var sizes = new long[rank];
            var strides = new long[rank];
            fixed (long* p = sizes)
            fixed (long* q = strides) Errors.Check(Alive(Native.ts_tensor_sizes(Handle, p, q)));
            return strides;
        }

        public long stride(int dim)
        {
            var strides = stride();
            return strides[Axis(dim, strides.Length)];
        }

        private static int Axis(int dim, int rank)
        {
            if (dim < -rank || dim >= rank)
                throw new ArgumentOutOfRangeException(nameof(dim), $"Dimension {dim} of a tensor that has {rank}.");
            return dim < 0 ? dim + rank : dim;
        }

        private bool Is(Fact fact)
        {
            var answer = Alive(Native.ts_tensor_is(Handle, fact));
            if (answer < 0) Errors.Throw();
            return answer != 0;
        }

        /// <summary>Keeps this object from being finalized until the native call that made <paramref name="value"/> is over.</summary>
        private T Alive<T>(T value)
        {
            GC.KeepAlive(this);
            return value;
        }
    }
}
