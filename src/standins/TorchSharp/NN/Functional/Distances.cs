using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x1·x2 / (|x1||x2|) along <paramref name="dim"/>; each norm counts as at least eps.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Ops.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of input1 − input2 + eps along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                Ops.pairwise_distance.Call(input1, input2, p, eps, keepdim);

            /// <summary>A one at each class number and zeros elsewhere, [..., num_classes]; −1 takes the largest number there is.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Ops.one_hot.Call(x, num_classes);
        }
    }
}
