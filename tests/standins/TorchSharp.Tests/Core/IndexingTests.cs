using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class IndexingTests
{
    private static readonly TensorIndex[][] s_cases =
    [
        [TensorIndex.Slice(1, 3), TensorIndex.Colon, TensorIndex.Single(-1)],
        [TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)],
        [TensorIndex.Single(2), TensorIndex.Ellipsis],
        [1..3, ^1, 2..],
        [TensorIndex.Colon, ^3..^1],
        [TensorIndex.Slice(-2), TensorIndex.Single(0)],
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Get_SlicesAndNumbers_MatchesDirectLoop(int number)
    {
        using var scope = NewDisposeScope();
        long[] shape = [4, 5, 6];
        var t = arange(120).view(shape);
        var indices = s_cases[number];
        var expected = Select(shape, indices).Select(p => (((p[0] * 5) + p[1]) * 6) + p[2]).ToArray();
        Assert.Equal(expected, t[indices].data<long>().ToArray());

        t[indices] = tensor(-1L);
        Assert.Equal(expected.Length, (t == -1).sum().ToInt64());
        foreach (var index in expected) Assert.Equal(-1, t.view(-1)[index].ToInt64());
    }

    [Fact]
    public void Get_MaskThenSlice_TakesTheMasksDimensions()
    {
        using var scope = NewDisposeScope();
        var t = arange(24).view(2, 3, 4);
        var mask = tensor(new[] { true, false, true, false, false, true }).view(2, 3);
        var taken = t[TensorIndex.Tensor(mask), TensorIndex.Slice(1, 3)];
        Assert.Equal(new long[] { 3, 2 }, taken.shape);
        Assert.Equal(new long[] { 1, 2, 9, 10, 21, 22 }, taken.data<long>().ToArray());
    }

    [Fact]
    public void Get_IntegerTensors_PairsThem()
    {
        using var scope = NewDisposeScope();
        var t = arange(12).view(3, 4);
        var taken = t[tensor(new long[] { 0, 2, 1 }), tensor(new long[] { 3, 0, 1 })];
        Assert.Equal(new long[] { 3, 8, 5 }, taken.data<long>().ToArray());
        Assert.Equal(new long[] { 8, 9, 10, 11, 0, 1, 2, 3 }, t[TensorIndex.Tensor(tensor(new long[] { 2, 0 }))].data<long>().ToArray());
    }

    [Fact]
    public void Get_NoneAndBool_AddDimensions()
    {
        using var scope = NewDisposeScope();
        var t = arange(6).view(2, 3);
        Assert.Equal(new long[] { 2, 1, 3 }, t[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal(new long[] { 1, 2, 3 }, t[TensorIndex.Bool(true)].shape);
        Assert.Equal(new long[] { 0, 2, 3 }, t[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void Set_MaskAndBroadcast_WritesOnlyThere()
    {
        using var scope = NewDisposeScope();
        var t = arange(6, float32).view(2, 3);
        t[t > 3] = tensor(0f);
        Assert.Equal(new[] { 0f, 1, 2, 3, 0, 0 }, t.data<float>().ToArray());
        t[TensorIndex.Colon, 1] = tensor(new[] { 7f, 8f });
        Assert.Equal(new[] { 0f, 7, 2, 3, 8, 0 }, t.data<float>().ToArray());
        t[1] = tensor(new[] { 1f, 1f, 1f }).view(1, 3);
        Assert.Equal(new[] { 0f, 7, 2, 1, 1, 1 }, t.data<float>().ToArray());
        t.index_put_(tensor(new[] { 1f, 1f }), [TensorIndex.Single(0), TensorIndex.Tensor(tensor(new long[] { 2, 2 }))], accumulate: true);
        Assert.Equal(4f, t[0, 2].ToSingle());
    }

    [Fact]
    public void Backward_ThroughIndexing_ReachesOnlyWhatWasTaken()
    {
        using var scope = NewDisposeScope();
        var x = ones(3, 4, requires_grad: true);
        (x[1.., ^2] * 5).sum().backward();
        var gradient = x.grad!;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 4; j++) Assert.Equal(i >= 1 && j == 2 ? 5f : 0f, gradient[i, j].ToSingle());
        }
    }

    [Fact]
    public void Get_TooManyIndices_SaysSo()
    {
        using var t = ones(2, 3);
        Assert.Contains("Too many indices", Assert.Throws<ArgumentException>(() => t[0, 0, 0]).Message, StringComparison.Ordinal);
    }

    /// <summary>The positions that slices and numbers select from a tensor of three dimensions, in order.</summary>
    private static IEnumerable<long[]> Select(long[] shape, TensorIndex[] indices)
    {
        var full = new List<TensorIndex>();
        foreach (var index in indices)
        {
            if (index.Kind == IndexKind.Ellipsis) full.AddRange(Enumerable.Repeat(TensorIndex.Colon, shape.Length - indices.Length + 1));
            else full.Add(index);
        }

        while (full.Count < shape.Length) full.Add(TensorIndex.Colon);
        var axes = full.Select((index, axis) => Along(index, shape[axis]).ToArray()).ToArray();
        return from i in axes[0] from j in axes[1] from k in axes[2] select new[] { i, j, k };
    }

    private static IEnumerable<long> Along(TensorIndex index, long size)
    {
        long At(long? position, long otherwise) => position is not { } p ? otherwise : p < 0 ? p + size : Math.Min(p, size);
        if (index.Kind == IndexKind.Single)
        {
            yield return At(index.Start, 0);
            yield break;
        }

        for (var i = At(index.Start, 0); i < At(index.Stop, size); i += index.Step ?? 1) yield return i;
    }
}
