using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class RandomTests
{
    [Fact]
    public void Generator_SameSeed_SameNumbers()
    {
        using var scope = NewDisposeScope();
        using var first = new Generator(17);
        using var second = new Generator(17);
        using var other = new Generator(18);
        var numbers = randn(5, generator: first);
        Assert.True(numbers.Equals(randn(5, generator: second)));
        Assert.False(numbers.Equals(randn(5, generator: other)));
        Assert.Equal(17, first.initial_seed());
    }

    [Fact]
    public void Generator_StateSetBack_RepeatsEveryKindOfNumber()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        rand(7, generator: generator);
        var state = generator.get_state();
        Tensor[] Draw() =>
        [
            rand(3, generator: generator), randn(3, generator: generator), randint(0, 100, [5], generator: generator),
            randperm(6, generator: generator), full(4, 0.5).bernoulli(generator), ones(4).multinomial(2, false, generator),
            empty(3).normal_(1, 2, generator), empty(3).uniform_(-1, 1, generator), normal(0, 1, [2, 2], generator: generator),
        ];
        var once = Draw();
        generator.set_state(state);
        Assert.All(once.Zip(Draw()), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void Generator_OfItsOwn_LeavesTheDefaultAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        using var state = get_rng_state();
        rand(10, generator: generator);
        Assert.True(state.Equals(get_rng_state()));
    }

    [Fact]
    public void Rand_ManyNumbers_HaveTheMomentsOfTheirDistribution()
    {
        // Five standard errors of the mean: sqrt(1/12/n) and sqrt(1/n).
        const int N = 100_000;
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        Assert.Equal(0.5, rand(N, float64, generator: generator).mean().ToDouble(), 5 * Math.Sqrt(1.0 / 12 / N));
        var normal = randn(N, float64, generator: generator);
        Assert.Equal(0, normal.mean().ToDouble(), 5 / Math.Sqrt(N));
        Assert.Equal(1, normal.std().ToDouble(), 5 / Math.Sqrt(2.0 * N));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), randperm(50, generator: generator).sort().Item1.data<long>());
    }

    [Fact]
    public void RandintLong_Bounds_AreKept()
    {
        using var generator = new Generator(2);
        var drawn = Enumerable.Range(0, 200).Select(_ => randint_int(3, 6, generator)).ToHashSet();
        Assert.Equal([3, 4, 5], drawn.Order());
        Assert.InRange(rand_float(generator), 0, 1);
    }
}
