using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>While training, zeroes each element with probability p and scales the others by 1/(1 − p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? Ops.dropout_ : Ops.dropout).Call(input, p, training);

            /// <summary>As <see cref="dropout"/>, for whole channels of [batch, channels, length].</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, 3, p, training, inplace);

            /// <summary>As <see cref="dropout"/>, for whole channels of [batch, channels, height, width].</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? Ops.feature_dropout_ : Ops.feature_dropout).Call(input, p, training);

            /// <summary>As <see cref="dropout"/>, for whole channels of [batch, channels, depth, height, width].</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, 5, p, training, inplace);

            /// <summary>Dropout that keeps mean and variance of a self-normalizing network.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? Ops.alpha_dropout_ : Ops.alpha_dropout).Call(input, p, training);

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? Ops.feature_alpha_dropout_ : Ops.feature_alpha_dropout).Call(input, p, training);

            private static Tensor FeatureDropout(Tensor input, int batchedDimensions, double p, bool training, bool inplace)
            {
                var op = inplace ? Ops.feature_dropout_ : Ops.feature_dropout;
                if (input.Dimensions == batchedDimensions)
                {
                    return op.Call(input, p, training);
                }

                using var batched = input.unsqueeze(0);
                using var dropped = op.Call(batched, p, training);
                return dropped.squeeze(0);
            }
        }
    }
}
