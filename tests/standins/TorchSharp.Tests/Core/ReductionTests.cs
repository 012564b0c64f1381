using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

/// <summary>Against MathNet and plain loops in float64, relative tolerance 1e-12.</summary>
public class ReductionTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Statistics_RandomVector_MatchMathNet(int seed)
    {
        using var scope = NewDisposeScope();
        var numbers = Numbers(seed, 37);
        var t = tensor(numbers);
        Close(numbers.Mean(), t.mean());
        Close(numbers.Variance(), t.var());
        Close(numbers.PopulationStandardDeviation(), t.std(unbiased: false));
        Close(numbers.Max(), t.max());
        Close(numbers.Min(), t.amin(0));
        Close(numbers.Sum(), t.sum());
        Close(Vector<double>.Build.Dense(numbers).L2Norm(), t.norm());
        Close(Vector<double>.Build.Dense(numbers).L1Norm(), t.norm(1f));
        Close(numbers.Order().ElementAt(18), t.median());
        Assert.Equal(Array.IndexOf(numbers, numbers.Max()), t.argmax().ToInt64());
        Values.Close([.. numbers.OrderDescending()], t.sort(descending: true).Item1, 0);
        Values.Close([.. numbers.OrderDescending().Take(5)], t.topk(5).Item1, 0);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Sum_OverDimensions_MatchesLoop(int seed)
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        int a = random.Next(1, 5), b = random.Next(1, 5), c = random.Next(1, 5);
        var numbers = Numbers(seed, a * b * c);
        var t = tensor(numbers, a, b, c);
        var expected = new double[b];
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                for (var k = 0; k < c; k++) expected[j] += numbers[(((i * b) + j) * c) + k];
            }
        }

        Values.Close(expected, t.sum([0, 2]), Tolerance);
        Values.Close(expected, t.sum(0, 2), Tolerance);
        Assert.Equal(new long[] { 1, b, 1 }, t.sum([0, 2], keepdim: true).shape);
        Values.Close([.. expected.Select(x => x / (a * c))], t.mean([0, 2]), Tolerance);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Products_RandomMatrices_MatchMathNet(int seed)
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        int n = random.Next(1, 6), m = random.Next(1, 6), k = random.Next(1, 6);
        var left = Matrix<double>.Build.Random(n, m, seed);
        var right = Matrix<double>.Build.Random(m, k, seed + 1);
        var product = (left * right).ToRowMajorArray();
        Tensor a = tensor(left.ToArray()), b = tensor(right.ToArray());
        Values.Close(product, a.mm(b), Tolerance);
        Values.Close(product, a.matmul(b), Tolerance);
        Values.Close(product, einsum("ij,jk->ik", a, b), Tolerance);
        Values.Close(product, a.unsqueeze(0).bmm(b.unsqueeze(0)), Tolerance);
        Values.Close([.. product.Select(x => 1 + (2 * x))], ones(n, k, float64).addmm(a, b, alpha: 2), Tolerance);
        Values.Close(product, a.tensordot(b, 1), Tolerance);
    }

    [Fact]
    public void Solve_RandomSystem_MatchesMathNet()
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix<double>.Build.Random(5, 5, 11);
        var side = Vector<double>.Build.Random(5, 12);
        Values.Close(matrix.Solve(side).ToArray(), linalg.solve(tensor(matrix.ToArray()), tensor(side.ToArray())), 1e-9);
        Close(matrix.Determinant(), linalg.det(tensor(matrix.ToArray())), 1e-9);
        Values.Close(matrix.Svd().S.ToArray(), linalg.svdvals(tensor(matrix.ToArray())), 1e-9);
        var (q, r) = linalg.qr(tensor(matrix.ToArray()));
        Values.Close(matrix.ToRowMajorArray(), q.mm(r), 1e-9);
    }

    [Fact]
    public void Joining_SplitAndCat_AreInverse()
    {
        using var scope = NewDisposeScope();
        var t = arange(24).view(4, 6);
        Assert.True(cat(t.split(2, 1), 1).Equals(t));
        Assert.True(cat(t.chunk(3), 0).Equals(t));
        Assert.True(stack(t.unbind()).Equals(t));
        Assert.True(hstack(t[.., ..2], t[.., 2..]).Equals(t));
        Assert.True(where(t > 5, t, zeros_like(t)).sum().Equals(t[t > 5].sum()));
        Assert.True(t.gather(1, tensor(new long[] { 5, 0, 3, 1 }).view(4, 1)).Equals(tensor(new long[] { 5, 6, 15, 19 }).view(4, 1)));
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 4) - 2)];
    }

    private static void Close(double expected, Tensor actual, double tolerance = Tolerance) =>
        Values.Close([expected], actual, tolerance);
}
