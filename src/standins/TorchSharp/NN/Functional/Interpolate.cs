using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
    }

    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op[] s_upsample_nearest = [new("upsample_nearest1d"), new("upsample_nearest2d"), new("upsample_nearest3d")];
            private static readonly Op[] s_upsample_nearest_exact = [new("_upsample_nearest_exact1d"), new("_upsample_nearest_exact2d"), new("_upsample_nearest_exact3d")];
            private static readonly Op[] s_upsample_linear = [new("upsample_linear1d"), new("upsample_bilinear2d"), new("upsample_trilinear3d")];

            /// <summary>Resizes the spatial dimensions of [batch, channels, …] to <paramref name="size"/>, or by <paramref name="scale_factor"/>.</summary>
            /// <exception cref="ArgumentException">Not exactly one of size and scale_factor is given, or the mode does not fit the dimensions.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = (int)x.Dimensions - 2;
                if (spatial is < 1 or > 3)
                {
                    throw new ArgumentException($"interpolate takes an input of 3, 4 or 5 dimensions, not {x.Dimensions}.", nameof(x));
                }

                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("Exactly one of size and scale_factor must be given.");
                }

                var interpolates = mode is not (InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area);
                if (align_corners is not null && !interpolates)
                {
                    throw new ArgumentException("align_corners can only be set with the interpolating modes: Linear, Bilinear, Bicubic, Trilinear.", nameof(align_corners));
                }

                if (antialias && !(spatial == 2 && mode is InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                {
                    throw new ArgumentException("Anti-aliasing goes with Bilinear and Bicubic on 4-dimensional input.", nameof(antialias));
                }

                var sizes = size is null ? null : Spread(size, spatial, nameof(size));
                var factors = scale_factor is null ? null : Spread(scale_factor, spatial, nameof(scale_factor));
                if (factors is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    var shape = x.shape;
                    sizes = [.. factors.Select((factor, i) => (long)Math.Floor(shape[i + 2] * factor))];
                    factors = null;
                }

                switch (mode)
                {
                    case InterpolationMode.Nearest:
                        return Resize(s_upsample_nearest[spatial - 1], x, sizes, factors, spatial, null);
                    case InterpolationMode.NearestExact:
                        return Resize(s_upsample_nearest_exact[spatial - 1], x, sizes, factors, spatial, null);
                    case InterpolationMode.Area:
                        return spatial switch
                        {
                            1 => adaptive_avg_pool1d(x, sizes![0]),
                            2 => adaptive_avg_pool2d(x, sizes!),
                            _ => adaptive_avg_pool3d(x, sizes!),
                        };
                    case InterpolationMode.Linear when spatial == 1:
                    case InterpolationMode.Bilinear when spatial == 2:
                    case InterpolationMode.Trilinear when spatial == 3:
                        return Resize(antialias ? Ops.upsample_bilinear2d_aa : s_upsample_linear[spatial - 1], x, sizes, factors, spatial, align_corners ?? false);
                    case InterpolationMode.Bicubic when spatial == 2:
                        return Resize(antialias ? Ops.upsample_bicubic2d_aa : Ops.upsample_bicubic2d, x, sizes, factors, spatial, align_corners ?? false);
                    default:
                        throw new ArgumentException($"{mode} does not fit an input of {x.Dimensions} dimensions.", nameof(mode));
                }
            }

            private static T[] Spread<T>(T[] values, int count, string argument) => values.Length switch
            {
                1 => Enumerable.Repeat(values[0], count).ToArray(),
                _ when values.Length == count => values,
                _ => throw new ArgumentException($"{argument} must have one value, or one for each of the {count} spatial dimensions.", argument),
            };

            private static Tensor Resize(Op op, Tensor x, long[]? sizes, double[]? factors, int spatial, bool? alignCorners)
            {
                if (sizes is null)
                {
                    var shape = x.shape;
                    sizes = [.. factors!.Select((factor, i) => (long)Math.Floor(shape[i + 2] * factor))];
                }

                Span<Arg> arguments = new Arg[3 + spatial];
                var count = 0;
                arguments[count++] = x;
                arguments[count++] = sizes;
                if (alignCorners is { } align)
                {
                    arguments[count++] = align;
                }

                for (var i = 0; i < spatial; i++)
                {
                    arguments[count++] = factors is null ? Arg.None : factors[i];
                }

                return op.Call(arguments[..count]);
            }
        }
    }
}
