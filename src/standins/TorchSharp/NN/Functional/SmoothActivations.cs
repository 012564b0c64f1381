using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 / (1 + exp(−x)).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                (inplace ? Ops.sigmoid_ : Ops.sigmoid).Call(x);

            public static Tensor sigmoid(Tensor x) => Ops.sigmoid.Call(x);

            public static Tensor tanh(Tensor x, bool inplace = false) =>
                (inplace ? Ops.tanh_ : Ops.tanh).Call(x);

            /// <summary>x·sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                (inplace ? Ops.silu_ : Ops.silu).Call(x);

            /// <summary>x·tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                (inplace ? Ops.mish_ : Ops.mish).Call(x);

            /// <summary>x·Φ(x), Φ being the standard normal distribution function.</summary>
            public static Tensor gelu(Tensor x) => Ops.gelu.Call(x);

            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Ops.gelu_ : Ops.gelu).Call(x);

            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Ops.gelu_ : Ops.gelu).Call(x, approximate.ToString());

            /// <summary>log(1 + exp(beta·x)) / beta; x itself where beta·x exceeds the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Ops.softplus.Call(x, beta, threshold);

            public static Tensor logsigmoid(Tensor x) => Ops.log_sigmoid.Call(x);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = x.abs();
                using var divisor = magnitude.add(1);
                return inplace ? x.div_(divisor).alias() : x.div(divisor);
            }

            /// <summary>x − tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = x.tanh();
                return inplace ? x.sub_(squashed).alias() : x.sub(squashed);
            }

            /// <summary>The first half along dim times the sigmoid of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Ops.glu.Call(input, dim);
        }
    }
}
