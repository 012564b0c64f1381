using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross-correlates [batch, channels, length] with a weight [outputs, channels / groups, width].</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Ops.conv1d.Call(input, weight, bias, stride ?? 1, padding ?? 0, dilation ?? 1, groups);

            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Ops.conv1d_padding.Call(input, weight, bias, stride ?? 1, Name(padding), dilation ?? 1, groups);

            /// <summary>Cross-correlates [batch, channels, height, width] with a weight [outputs, channels / groups, height, width].</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv2d.Call(input, weight, bias, Or(strides, 1), Or(padding, 0), Or(dilation, 1), groups);

            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Ops.conv2d_padding.Call(input, weight, bias, Or(strides, 1), Name(padding), Or(dilation, 1), groups);

            /// <summary>As <see cref="conv2d"/>, over three spatial dimensions.</summary>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv3d.Call(input, weight, bias, Or(strides, 1), Or(padding, 0), Or(dilation, 1), groups);

            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Ops.conv3d_padding.Call(input, weight, bias, Or(strides, 1), Name(padding), Or(dilation, 1), groups);

            /// <summary>The adjoint of <see cref="conv1d"/>; the weight is [channels, outputs / groups, width].</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                Ops.conv_transpose1d.Call(input, weight, bias, stride ?? 1, padding ?? 0, output_padding ?? 0, groups, dilation ?? 1);

            /// <summary>The adjoint of <see cref="conv2d"/>; the weight is [channels, outputs / groups, height, width].</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose2d.Call(input, weight, bias, Or(strides, 1), Or(padding, 0), Or(output_padding, 0), groups, Or(dilation, 1));

            /// <summary>The adjoint of <see cref="conv3d"/>.</summary>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose3d.Call(input, weight, bias, Or(strides, 1), Or(padding, 0), Or(output_padding, 0), groups, Or(dilation, 1));

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";

            private static Arg Or(long[]? given, long otherwise) => given is null ? otherwise : given;
        }
    }
}
