using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// (input − mean)/√(variance + eps)·weight + bias for each channel: of the batch while training, when the
            /// running estimates move towards them by the momentum; else of the running estimates.
            /// </summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05) =>
                Ops.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1E-05) =>
                Ops.instance_norm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>(input − mean)/√(variance + eps)·weight + bias over the last dimensions, which have the shape given.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>As <see cref="layer_norm"/>, over each of num_groups groups of channels and all positions.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>The input over its p-norm along <paramref name="dim"/>, which counts as at least eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Ops.norm_dim.Call(input, p, dim, true);
                using var bounded = norm.clamp_min(eps);
                return input.div(bounded);
            }
        }
    }
}
