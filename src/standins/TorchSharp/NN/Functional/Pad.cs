using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Widens the last dimensions: pad is (before, after) of the last one, then of the one before it, …</summary>
            /// <remarks>Reflect, Replicate and Circular need the input's batch and channel dimensions in front of the padded ones.</remarks>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? Ops.pad.Call(input, pad, "constant", mode == PaddingModes.Constant ? value : 0)
                    : Ops.pad.Call(input, pad, Name(mode), Arg.None);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            private static string Name(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding mode."),
            };
        }
    }
}
