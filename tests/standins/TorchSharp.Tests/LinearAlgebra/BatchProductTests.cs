using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.LinearAlgebra;

/// <summary>bmm against one mm per slice: small slices have a kernel of their own where libtorch has no MKL.</summary>
public sealed class BatchProductTests
{
    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 1, 1, 1, 1 }, { 3, 5, 14, 28 }, { 7, 14, 5, 5 }, { 2, 1, 9, 1 }, { 4, 17, 3, 13 },
        { 2, 30, 40, 50 }, // above the small kernel's limit
        { 0, 3, 4, 5 }, { 2, 0, 4, 5 }, { 2, 3, 0, 5 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Bmm_AnyLayout_EqualsMmOfEachSlice(int batch, int rows, int inner, int columns)
    {
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            using var scope = NewDisposeScope();
            var left = randn(new long[] { batch, rows, inner }, dtype: type);
            var leftTransposed = randn(new long[] { batch, inner, rows }, dtype: type).transpose(1, 2);
            var right = randn(new long[] { batch, inner, columns }, dtype: type);
            var rightTransposed = randn(new long[] { batch, columns, inner }, dtype: type).transpose(1, 2);

            foreach (var (a, b) in new[] { (left, right), (left, rightTransposed), (leftTransposed, right), (leftTransposed, rightTransposed) })
            {
                var product = a.bmm(b);
                Assert.Equal([batch, rows, columns], product.shape);
                for (var i = 0; i < batch && rows > 0; i++)
                {
                    var difference = (product.select(0, i) - a.select(0, i).mm(b.select(0, i))).abs().max().to(ScalarType.Float64).item<double>();
                    Assert.InRange(difference, 0, type == ScalarType.Float32 ? 1e-4 : 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Bmm_Slice_ReadsTheRightElementsOfALargerTensor()
    {
        using var scope = NewDisposeScope();
        var whole = randn(new long[] { 6, 8, 9 }, dtype: ScalarType.Float64);
        var part = whole.narrow(0, 1, 3).narrow(1, 2, 4).narrow(2, 3, 5);
        var identity = eye(5, dtype: ScalarType.Float64).unsqueeze(0).expand(3, 5, 5);

        Assert.Equal(0, (part.bmm(identity) - part).abs().max().item<double>(), 1e-15);
    }

    [Fact]
    public void Bmm_Backward_EqualsCentralDifferences()
    {
        using var scope = NewDisposeScope();
        var left = randn(new long[] { 2, 3, 4 }, dtype: ScalarType.Float64);
        var right = randn(new long[] { 2, 4, 2 }, dtype: ScalarType.Float64);
        var weights = randn(new long[] { 2, 3, 2 }, dtype: ScalarType.Float64);
        left.requires_grad = right.requires_grad = true;
        (left.bmm(right).sin() * weights).sum().backward();

        foreach (var (operand, gradient) in new[] { (left.detach(), left.grad!), (right.detach(), right.grad!) })
        {
            var values = operand.view(-1);
            for (var i = 0; i < values.numel(); i++)
            {
                double Loss(double step)
                {
                    var at = values.select(0, i);
                    at.add_(step);
                    var loss = (left.detach().bmm(right.detach()).sin() * weights).sum().item<double>();
                    at.sub_(step);
                    return loss;
                }

                Assert.Equal((Loss(1e-6) - Loss(-1e-6)) / 2e-6, gradient.view(-1).select(0, i).item<double>(), 1e-7);
            }
        }
    }

    [Fact]
    public void Bmm_ShapesThatDoNotFit_ThrowsLibtorchsMessage()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2, 3, 4).bmm(ones(2, 3, 4)));
        Assert.Contains("Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 3]", error.Message, StringComparison.Ordinal);
    }
}
