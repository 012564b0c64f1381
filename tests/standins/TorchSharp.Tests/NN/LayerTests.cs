using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class LayerTests
{
    [Fact]
    public void Linear_RandomInput_EqualsDirectLoop()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var linear = nn.Linear(4, 3, dtype: float64);
        var x = randn(2, 5, 4, dtype: float64);

        var (values, weight, bias) = (Values.Of(x), Values.Of(linear.weight), Values.Of(linear.bias!));
        var expected = Enumerable.Range(0, 30)
            .Select(at => bias[at % 3] + Enumerable.Range(0, 4).Sum(j => weight[(at % 3 * 4) + j] * values[(at / 3 * 4) + j]))
            .ToArray();

        Values.Close(expected, linear.call(x), 1e-12);
        Assert.Null(nn.Linear(4, 3, hasBias: false).bias);
    }

    [Fact]
    public void Embedding_Numbers_PicksRowsAndLearnsThem()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var embedding = nn.Embedding(4, 2, padding_idx: -1);

        var y = embedding.call(tensor(new long[] { 2, 0, 2, 3 }));
        y.sum().backward();

        var rows = Values.Of(embedding.weight);
        Assert.Equal([.. rows[4..6], .. rows[0..2], .. rows[4..6], 0, 0], Values.Of(y));
        Assert.Equal([1, 1, 0, 0, 2, 2, 0, 0], Values.Of(embedding.weight.grad!));
        Assert.Throws<ArgumentException>(() => nn.Embedding(4, 2, padding_idx: 4));
    }

    [Fact]
    public void Embedding_MaxNorm_ShortensTheRowsLookedUp()
    {
        using var scope = NewDisposeScope();
        var embedding = nn.Embedding_from_pretrained(tensor(new[] { 3f, 4f, 6f, 8f }).view(2, 2), max_norm: 1);

        embedding.call(tensor(new long[] { 1 }));

        Values.Close([3, 4, 0.6, 0.8], embedding.weight, 1e-6);
        Assert.False(embedding.weight.requires_grad);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.0)]
    public void Dropout_Training_ZeroesThatFractionAndScalesTheRest(double p)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var dropout = nn.Dropout(p);
        var y = Values.Of(dropout.call(ones(100_000)));

        Assert.Equal(p, y.Count(value => value == 0) / 100_000.0, 0.01);
        Assert.All(y.Distinct(), value => Assert.True(value == 0 || Math.Abs(value - (1 / (1 - p))) < 1e-6));
        dropout.eval();
        Assert.Equal([1, 1], Values.Of(dropout.call(ones(2))));
        Assert.Throws<ArgumentException>(() => nn.Dropout(1.5));
    }

    [Fact]
    public void Dropout2d_Training_DropsWholeChannels()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var sums = Values.Of(nn.Dropout2d().call(ones(50, 20, 2, 2)).sum([2, 3]));
        Assert.Equal([0, 8], sums.Distinct().Order());
    }

    [Fact]
    public void FlattenAndUnflatten_Images_AreInverse()
    {
        using var scope = NewDisposeScope();
        var x = arange(24, dtype: float32).view(2, 3, 2, 2);
        var flat = nn.Flatten().call(x);
        Assert.Equal([2, 12], flat.shape);
        Assert.Equal([2, 3, 2, 2], nn.Unflatten(1, [3, 2, 2]).call(flat).shape);
    }

    [Fact]
    public void OneHot_Classes_MarksThem()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 0, 1, 1, 0, 0], Values.Of(nn.functional.one_hot(tensor(new long[] { 2, 0 }))));
        Assert.Equal([2, 5], nn.functional.one_hot(tensor(new long[] { 2, 0 }), 5).shape);
    }

    [Fact]
    public void ScaledDotProductAttention_Causal_IsTheSoftmaxOverThePast()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (q, k, v) = (randn(2, 3, 4, dtype: float64), randn(2, 3, 4, dtype: float64), randn(2, 3, 4, dtype: float64));

        var attended = nn.functional.scaled_dot_product_attention(q, k, v, is_casual: true);

        // The first position sees only itself, the last one everything.
        Values.Close(Values.Of(v.select(1, 0)), attended.select(1, 0), 1e-12);
        var weights = nn.functional.softmax(q.narrow(1, 2, 1).matmul(k.transpose(1, 2)) / 2, -1);
        Values.Close(Values.Of(weights.matmul(v).select(1, 0)), attended.select(1, 2), 1e-12);
    }
}
