using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One update of a group's parameters by Adam or AdamW, in one native call.</summary>
internal sealed class AdamPass(int count)
{
    private readonly nint[,] _handles = new nint[4, count];
    private readonly long[] _steps = new long[count];

    public void Add(int i, Parameter parameter, Tensor average, Tensor square, Tensor? largest, long step)
    {
        _handles[0, i] = parameter.Handle;
        _handles[1, i] = average.Handle;
        _handles[2, i] = square.Handle;
        _handles[3, i] = largest?.Handle ?? 0;
        _steps[i] = step;
    }

    /// <returns>The number of steps of each parameter; one without a gradient makes none.</returns>
    public unsafe long[] Run(Fused.AdamOptions options)
    {
        fixed (nint* all = _handles)
        fixed (long* steps = _steps)
        {
            Errors.Check(Fused.ts_adam(count, all, all + count, all + (2 * count), all + (3 * count), steps, &options));
        }

        return _steps;
    }
}
