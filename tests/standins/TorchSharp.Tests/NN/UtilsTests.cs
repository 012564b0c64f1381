using MathNet.Numerics.LinearAlgebra;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class UtilsTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(3.5)]
    [InlineData(double.PositiveInfinity)]
    public void ClipGradNorm_LargeGradients_ScalesThemToTheNorm(double order)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var before = Vector<double>.Build.Dense([.. parameters.SelectMany(parameter => Values.Of(parameter.grad!))]);

        var norm = nn.utils.clip_grad_norm_(parameters, 0.5, order);

        Assert.Equal(before.Norm(order), norm, 1e-10);
        var after = Vector<double>.Build.Dense([.. parameters.SelectMany(parameter => Values.Of(parameter.grad!))]);
        Assert.Equal(0, (before * (0.5 / (norm + 1e-6)) - after).L2Norm(), 1e-12);
    }

    [Fact]
    public void ClipGradNorm_SmallOrMissingGradients_LeavesThem()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var before = Values.Of(parameters[0].grad!);

        nn.utils.clip_grad_norm_([.. parameters, nn.Parameter(ones(1))], 1e6);

        Assert.Equal(before, Values.Of(parameters[0].grad!));
        Assert.Equal(0, nn.utils.clip_grad_norm_([nn.Parameter(ones(1))], 1));
    }

    [Fact]
    public void ClipGradValue_Gradients_StayWithinTheBound()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var expected = Array.ConvertAll(Values.Of(parameters[0].grad!), value => Math.Clamp(value, -0.1, 0.1));

        nn.utils.clip_grad_value_(parameters, 0.1);

        Assert.Equal(expected, Values.Of(parameters[0].grad!));
    }

    [Fact]
    public void ParametersToVector_AndBack_Restores()
    {
        using var scope = NewDisposeScope();
        var source = Parameters();
        var vector = nn.utils.parameters_to_vector(source);
        var target = new[] { nn.Parameter(zeros(3, 4, dtype: float64)), nn.Parameter(zeros(5, dtype: float64)) };

        nn.utils.vector_to_parameters(vector, target);

        Assert.Equal([17], vector.shape);
        Assert.Equal(source.SelectMany(Values.Of), target.SelectMany(Values.Of));
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(ones(16), target));
    }

    private static Parameter[] Parameters()
    {
        manual_seed(1);
        Parameter[] parameters = [nn.Parameter(randn(3, 4, dtype: float64)), nn.Parameter(randn(5, dtype: float64))];
        foreach (var parameter in parameters)
        {
            parameter.grad = randn_like(parameter);
        }

        return parameters;
    }
}
