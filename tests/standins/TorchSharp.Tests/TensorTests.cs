using System.Runtime.InteropServices;
using TorchSharp;

namespace TorchSharp.Tests;

public class TensorTests
{
    [Fact]
    public void Add_TwoTensors_AddsElements()
    {
        using var a = torch.tensor(new[] { 1f, 2f, 3f });
        using var b = torch.tensor(new[] { 10f, 20f, 30f });
        using var sum = a + b;
        Assert.Equal(new[] { 11f, 22f, 33f }, sum.data<float>().ToArray());
        Assert.Equal(new[] { 1f, 2f, 3f }, a.data<float>().ToArray());
    }

    [Fact]
    public void Backward_SumOfCubes_GivesThreeXSquared()
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.tensor(new[] { 1.0, -2.0, 0.5 }, requires_grad: true);
        x.pow(3).sum().backward();
        Assert.Equal(new[] { 3.0, 12.0, 0.75 }, x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Operator_WrongShapes_ThrowsLibtorchsMessageWithoutStack()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => torch.ones(2, 3).mm(torch.ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyUse_AfterDispose_ThrowsInvalidOperation()
    {
        var x = torch.ones(3);
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => x + 1);
        Assert.Throws<InvalidOperationException>(() => x.shape);
        Assert.Throws<InvalidOperationException>(() => x.data<float>());
        x.Dispose();
    }
}
