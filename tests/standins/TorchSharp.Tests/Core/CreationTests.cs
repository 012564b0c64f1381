using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class CreationTests
{
    [Fact]
    public void Tensor_FromArrays_KeepsShapeAndElements()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(new long[] { 3 }, tensor(new[] { 1, 2, 3 }).shape);
        var matrix = tensor(new[,] { { 1.5, 2 }, { 3, 4 }, { 5, 6 } });
        Assert.Equal(new long[] { 3, 2 }, matrix.shape);
        Assert.Equal(float64, matrix.dtype);
        Assert.Equal(4.0, matrix[1, 1].item<double>());
        Assert.Equal(new long[] { 1, 2, 1, 2 }, tensor(new long[1, 2, 1, 2]).shape);
        Assert.Equal(float32, tensor(new[] { 1, 2 }, float32).dtype);
        Assert.Equal(new long[] { 2, 2 }, tensor(new List<bool> { true, false, true, true }, 2, 2).shape);
        Assert.Equal(new Complex(1, 2), tensor(new Complex(1, 2)).item<Complex>());
        Assert.Equal((Half)0.5f, tensor(new[] { (Half)0.5f })[0].item<Half>());
    }

    [Fact]
    public void Tensor_OfTheArray_IsACopy_FromArrayShares()
    {
        float[] values = [1, 2, 3];
        using var copy = tensor(values);
        using var shared = from_array(values);
        values[0] = 9;
        Assert.Equal(1f, copy[0].ToSingle());
        Assert.Equal(9f, shared[0].ToSingle());
    }

    [Fact]
    public void FromArray_Jagged_StacksTheRows()
    {
        using var t = from_array(new[] { new[] { 1f, 2f }, [3f, 4f], [5f, 6f] });
        Assert.Equal(new long[] { 3, 2 }, t.shape);
        Assert.Equal(6f, t[2, 1].ToSingle());
        Assert.Throws<ArgumentException>(() => from_array(new[] { new[] { 1f }, [2f, 3f] }));
    }

    [Fact]
    public void Tensor_WrongCount_SaysHowMany()
    {
        var error = Assert.Throws<ArgumentException>(() => tensor(new float[5], 2, 3));
        Assert.Contains("5 elements cannot fill a tensor of shape [2, 3], which has 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arange_Type_FollowsTheBounds()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(int64, arange(5).dtype);
        Assert.Equal(float32, arange(0.0, 1.0, 0.25).dtype);
        Assert.Equal(new[] { 0f, 0.25f, 0.5f, 0.75f }, arange(0.0, 1.0, 0.25).data<float>().ToArray());
        Assert.Equal(new[] { 1f, 1.5f, 2f }, linspace(1, 2, 3).data<float>().ToArray());
        Assert.Equal(new[] { 1f, 0, 0, 0, 1, 0 }, eye(2, 3).data<float>().ToArray());
    }

    [Fact]
    public void DefaultType_IsUsedAndReset()
    {
        Assert.Equal(float32, get_default_dtype());
        using var single = finfo(float32).eps == MathF.BitIncrement(1) - 1 ? ones(1) : throw new InvalidOperationException();
        Assert.Equal(float32, single.dtype);
        Assert.Equal(double.MaxValue, finfo(float64).max);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => set_default_dtype(int64));
    }

    [Fact]
    public void Device_Descriptions_AreParsed()
    {
        Assert.Equal(DeviceType.CPU, device("cpu").type);
        Assert.Equal(3, device("cuda:3").index);
        Assert.Equal("cuda:3", device("cuda:3").ToString());
        Assert.Throws<ArgumentException>(() => device("abacus"));
        Assert.Throws<ArgumentException>(() => device("cuda:x"));
    }

    [Fact]
    public void To_CudaWithoutCuda_SaysSo()
    {
        if (cuda.is_available()) return;
        using var t = ones(2);
        Assert.Contains("CUDA", Assert.Throws<InvalidOperationException>(() => t.cuda()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_SameType_IsTheSameTensor()
    {
        using var t = ones(2);
        Assert.Same(t, t.to(float32));
        using var other = t.to(float64);
        Assert.NotSame(t, other);
        Assert.Equal(float64, other.dtype);
    }

    [Fact]
    public void Accessor_View_ReadsAndWritesThroughStrides()
    {
        using var scope = NewDisposeScope();
        var t = arange(6, float32).view(2, 3);
        var values = t.t().data<float>();
        Assert.Equal(new[] { 0f, 3, 1, 4, 2, 5 }, values.ToArray());
        values[2, 1] = 50;
        Assert.Equal(50f, t[1, 2].ToSingle());
        Assert.Equal(3f, values[1]);
        Assert.Equal(50f, ((float[,])values.ToNDArray())[2, 1]);
        Assert.Throws<ArgumentException>(() => t.data<int>());
    }
}
