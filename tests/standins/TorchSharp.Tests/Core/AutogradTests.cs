using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class AutogradTests
{
    [Fact]
    public void Grad_Twice_GivesHessianOfCubic()
    {
        // f(x) = Σ a_i x_i³ + x_0 x_1 x_2: the Hessian is 6 a_i x_i on the diagonal, and the third coordinate off it.
        using var scope = NewDisposeScope();
        double[] a = [1, -2, 0.5], at = [0.7, -1.3, 2.1];
        var x = tensor(at, requires_grad: true);
        var f = (tensor(a) * x.pow(3)).sum() + x.prod();
        var gradient = autograd.grad([f], [x], create_graph: true)[0];
        for (var i = 0; i < 3; i++)
        {
            var row = autograd.grad([gradient[i]], [x], retain_graph: true)[0].data<double>().ToArray();
            for (var j = 0; j < 3; j++)
                Assert.Equal(i == j ? 6 * a[i] * at[i] : at[3 - i - j], row[j], 1e-12);
        }
    }

    [Fact]
    public void Jacobian_OfProductWithMatrix_IsTheMatrix()
    {
        using var scope = NewDisposeScope();
        var matrix = randn(3, 4, float64);
        var jacobian = autograd.functional.jacobian(x => matrix.mv(x), randn(4, float64));
        Assert.True(jacobian.allclose(matrix));
    }

    [Fact]
    public void Grad_InputNotUsed_IsNullWhenAllowedAndAnErrorOtherwise()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var unused = ones(2, requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => autograd.grad([x.sum()], [unused]));
        Assert.Contains("appears to not have been used in the graph", error.Message, StringComparison.Ordinal);
        var found = autograd.grad([x.sum()], [x, unused], allow_unused: true);
        Assert.Equal(new[] { 1f, 1f }, found[0].data<float>().ToArray());
        Assert.Null(found[1]);
    }

    [Fact]
    public void Backward_Again_NeedsRetainGraph()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var kept = x.exp().sum();
        kept.backward(retain_graph: true);
        kept.backward();
        Assert.Equal(2 * Math.E, x.grad![0].ToSingle(), 1e-5);
        Assert.Throws<ExternalException>(() => kept.backward());
    }

    [Fact]
    public void Modes_NoGradAndInference_RecordNothingAndEnd()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
        }

        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.False(is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
    }

    [Fact]
    public void Grad_Set_IsCheckedAndKept()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        Assert.Null(x.grad);
        x.grad = full(2, 3);
        Assert.Equal(3f, x.grad![1].ToSingle());
        Assert.Throws<ExternalException>(() => x.grad = ones(3));
        x.grad = null;
        Assert.Null(x.grad);
    }
}
