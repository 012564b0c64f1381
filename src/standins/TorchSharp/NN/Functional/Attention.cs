using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// softmax(query·keyᵀ/√d + mask)·value over the last two dimensions; while <paramref name="is_casual"/>, a
            /// position attends only to those up to its own.
            /// </summary>
            /// <exception cref="ArgumentException">A mask is given beside is_casual.</exception>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Casual attention mask and is_casual cannot both be set.", nameof(attn_mask));
                }

                using var scope = NewDisposeScope();
                var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]);
                var mask = is_casual
                    ? ones(query.shape[^2], key.shape[^2], dtype: ScalarType.Bool, device: query.device).tril()
                    : attn_mask;
                if (mask is not null)
                {
                    scores = mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                        : scores + mask;
                }

                var attention = dropout(softmax(scores, -1), p, training: p > 0);
                return attention.matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
