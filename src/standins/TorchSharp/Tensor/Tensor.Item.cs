using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The value of a tensor of one element.</summary>
        public Scalar ToScalar() => Ops.item.CallScalar(this);

        /// <summary>The value of a tensor of one element, whose type <typeparamref name="T"/> must be the tensor's.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is another type, or there are more elements.</exception>
        public T item<T>()
            where T : unmanaged
        {
            ScalarTypes.Validate<T>(dtype);
            if (numel() != 1)
                throw new ArgumentException($"item<T>() needs a tensor of one element; this one has {numel()}.");
            if (typeof(T) == typeof(float)) return (T)(object)this.ToSingle();
            if (typeof(T) == typeof(double)) return (T)(object)this.ToDouble();
            if (typeof(T) == typeof(long)) return (T)(object)this.ToInt64();
            var here = cpu();
            var value = here.ReadCpuValue<T>(0);
            if (!ReferenceEquals(here, this)) here.Dispose();
            return value;
        }

        public bool is_nonzero()
        {
            if (numel() != 1)
                throw new InvalidOperationException("The truth value of a tensor of more than one element is ambiguous: use any() or all().");
            var value = ToScalar();
            return value.IsComplex ? value.Complex != Complex.Zero : value.Real != 0;
        }

        public static explicit operator float(Tensor value) => value.ToSingle();

        public static explicit operator double(Tensor value) => value.ToDouble();

        public static explicit operator sbyte(Tensor value) => value.ToSByte();

        public static explicit operator byte(Tensor value) => value.ToByte();

        public static explicit operator short(Tensor value) => value.ToInt16();

        public static explicit operator int(Tensor value) => value.ToInt32();

        public static explicit operator long(Tensor value) => value.ToInt64();

        public static explicit operator bool(Tensor value) => value.ToBoolean();
    }
}
