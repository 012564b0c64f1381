using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>exp(x) over its sum along <paramref name="dim"/>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.softmax_int.Call(input, dim, dtype);

            /// <summary>The logarithm of the softmax, computed without forming it.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Ops.log_softmax_int.Call(x, dim);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = x.neg();
                return softmax(negated, dim);
            }

            /// <summary>The softmax over the channels of [batch, channels, height, width].</summary>
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);
        }
    }
}
