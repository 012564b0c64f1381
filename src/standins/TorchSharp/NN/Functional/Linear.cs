using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input·weightsᵀ + bias: […, inputs] and weights [outputs, inputs] give […, outputs].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear.Call(input, weights, bias);

            /// <summary>input1ᵀ·weight[k]·input2 + bias[k] for each output k.</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Ops.bilinear.Call(input1, input2, weight, bias);
        }
    }
}
