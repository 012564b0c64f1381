using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean under each window; the stride is the window's size unless given.</summary>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Ops.avg_pool1d.Call(input, kernel_size, stride ?? kernel_size, padding ?? 0, ceil_mode, count_include_pad);

            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d.Call(input, kernel_size, stride ?? kernel_size, Or(padding, 0), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d.Call(input, kernel_size, stride ?? kernel_size, padding, ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Array(kernel_size), Array(stride), Array(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool3d.Call(input, kernel_size, stride ?? kernel_size, Or(padding, 0), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each of output_size parts of the input.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Ops.adaptive_avg_pool1d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => Ops.adaptive_avg_pool2d.Call(input, Array(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, (output_size, output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool3d.Call(input, output_size);

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => Ops.adaptive_avg_pool3d.Call(input, Array(output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, (output_size, output_size, output_size));
        }
    }
}
