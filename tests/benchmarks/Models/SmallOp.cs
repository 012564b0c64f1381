using static TorchSharp.torch;

namespace PaperSharp.Benchmarks.Models;

/// <summary>A 4×4 addition: what one call costs when the arithmetic costs nothing.</summary>
internal static class SmallOp
{
    public const int Operations = 1000;

    public static Action Prepare(bool recorded)
    {
        var (a, b) = (rand(4, 4, requires_grad: recorded), rand(4, 4));
        return () =>
        {
            for (var i = 0; i < Operations; i++)
            {
                add(a, b).Dispose();
            }
        };
    }
}
