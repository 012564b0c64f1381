using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One pass over all parameters of a group; see fused_optimizers.cpp. A null handle is an absent state.</summary>
internal static unsafe partial class Fused
{
    private const string Library = "TorchSharpNative";

    [StructLayout(LayoutKind.Sequential)]
    internal struct AdamOptions
    {
        internal double LearningRate, Beta1, Beta2, Eps, WeightDecay;
        internal int Maximize, Decoupled;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct SgdOptions
    {
        internal double LearningRate, Momentum, Dampening, WeightDecay;
        internal int Nesterov, Maximize;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct RmsPropOptions
    {
        internal double LearningRate, Alpha, Eps, WeightDecay, Momentum;
        internal int Maximize;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct AdagradOptions
    {
        internal double LearningRate, LearningRateDecay, WeightDecay, Eps;
    }

    [LibraryImport(Library)]
    internal static partial int ts_adam(
        long count, nint* parameters, nint* averages, nint* squares, nint* largest, long* steps, AdamOptions* options);

    [LibraryImport(Library)]
    internal static partial int ts_sgd(long count, nint* parameters, nint* buffers, int* first, SgdOptions* options);

    [LibraryImport(Library)]
    internal static partial int ts_rmsprop(
        long count, nint* parameters, nint* squares, nint* means, nint* buffers, long* steps, RmsPropOptions* options);

    [LibraryImport(Library)]
    internal static partial int ts_adagrad(long count, nint* parameters, nint* sums, long* steps, AdagradOptions* options);
}
