using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

[Collection(nameof(Alone))]
public class LifetimeTests
{
    [Fact]
    public void Training_TwoThousandSteps_LeavesTensorsAndMemoryFlat()
    {
        using var outer = NewDisposeScope();
        var x = randn(64, 32);
        var y = randn(64, 1);
        var w1 = (randn(32, 64) * 0.1).requires_grad_();
        var w2 = (randn(64, 1) * 0.1).requires_grad_();
        w1.grad = zeros_like(w1);
        w2.grad = zeros_like(w2);

        void Step()
        {
            using var scope = NewDisposeScope();
            var loss = (x.mm(w1).tanh().mm(w2) - y).square().mean();
            loss.backward();
            using var frozen = no_grad();
            foreach (var w in new[] { w1, w2 })
            {
                w.sub_(w.grad! * 0.01f);
                w.grad!.zero_();
            }
        }

        for (var i = 0; i < 200; i++) Step();
        Settle();
        var tensors = Tensor.TotalCount;
        var growth = ResidentMemory.SmallestGrowth(() =>
        {
            for (var i = 0; i < 400; i++) Step();
        });
        Assert.Equal(tensors, Tensor.TotalCount);

        // One forgotten activation, 64 by 64 floats, a step would be 6.5 MB in 400 steps.
        Assert.InRange(growth, long.MinValue, 4L << 20);
    }

    [Fact]
    public void Finalizer_TensorsLeftAlone_AreReleased()
    {
        Settle();
        var before = Tensor.TotalCount;
        Leave();
        Assert.True(Tensor.TotalCount >= before + 100);
        Settle();
        Assert.Equal(before, Tensor.TotalCount);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Leave()
        {
            var left = Enumerable.Range(0, 100).Select(_ => ones(3)).ToArray();
            Assert.Equal(100, left.Length);
        }
    }

    [Fact]
    public void Use_FromManyThreads_KeepsScopesAndGradientsApart()
    {
        Settle();
        var before = Tensor.TotalCount;
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 50; i++)
            {
                using var scope = NewDisposeScope();
                var x = full(4, i, requires_grad: true);
                x.square().sum().backward();
                Assert.Equal(2f * i, x.grad![0].ToSingle());
                using (no_grad()) Assert.False((x * 2).requires_grad);
                Assert.True((x * 2).requires_grad);
            }
        });
        Settle();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_FromManyThreads_ReleasesOnce()
    {
        for (var i = 0; i < 200; i++)
        {
            var tensor = ones(4);
            Parallel.For(0, 4, _ => tensor.Dispose());
            Assert.True(tensor.IsInvalid);
        }
    }

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
