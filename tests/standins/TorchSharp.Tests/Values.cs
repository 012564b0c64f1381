using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Tensors as plain arrays, for the loops that they are compared with.</summary>
internal static class Values
{
    public static double[] Of(Tensor tensor)
    {
        using var plain = tensor.detach().to(float64).contiguous();
        return plain.data<double>().ToArray();
    }

    public static void Close(double[] expected, Tensor actual, double tolerance)
    {
        var values = Of(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - values[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"element {i}: expected {expected[i]:R}, got {values[i]:R}, tolerance {tolerance}");
        }
    }
}
