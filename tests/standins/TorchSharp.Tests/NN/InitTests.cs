using MathNet.Numerics.Statistics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace TorchSharp.Tests.NN;

public class InitTests
{
    private const int Outputs = 300;
    private const int Inputs = 200;

    /// <summary>Of 60,000 numbers: five standard errors of the deviation is about 1.5% of it.</summary>
    private const double Relative = 0.02;

    [Fact]
    public void KaimingUniform_Weight_IsUniformWithTheGainsDeviation()
    {
        var values = Draw(weight => kaiming_uniform_(weight, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU));
        CheckUniform(values, Math.Sqrt(2.0 / Outputs));
    }

    [Fact]
    public void KaimingNormal_Weight_IsNormalWithTheGainsDeviation()
    {
        var values = Draw(weight => kaiming_normal_(weight, a: 0.5));
        CheckNormal(values, Math.Sqrt(2 / 1.25 / Inputs));
    }

    [Fact]
    public void XavierUniformAndNormal_Weight_HaveTheDeviationOfBothFans()
    {
        var deviation = Math.Sqrt(2.0 / (Inputs + Outputs));
        CheckUniform(Draw(weight => xavier_uniform_(weight, gain: 3)), 3 * deviation);
        CheckNormal(Draw(weight => xavier_normal_(weight)), deviation);
    }

    [Fact]
    public void TruncNormal_Weight_StaysWithinAndHasTheTruncatedDeviation()
    {
        var values = Draw(weight => trunc_normal_(weight, mean: 1, std: 2, a: -1, b: 3));

        // A standard normal cut at ±1 has variance 1 − 2φ(1)/(Φ(1) − Φ(−1)).
        var variance = 1 - (2 * MathNet.Numerics.Distributions.Normal.PDF(0, 1, 1) / 0.682689492137086);
        Assert.True(values.Min() >= -1 && values.Max() <= 3);
        Assert.Equal(1, values.Mean(), 0.03);
        Assert.Equal(1, values.StandardDeviation() / (2 * Math.Sqrt(variance)), Relative);
    }

    [Theory]
    [InlineData(5, 8)]
    [InlineData(8, 5)]
    [InlineData(6, 6)]
    public void Orthogonal_Matrix_HasOrthonormalRowsOrColumnsTimesGain(int rows, int columns)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var w = orthogonal_(empty(rows, columns, dtype: float64), gain: 3);

        var product = rows <= columns ? w.mm(w.t()) : w.t().mm(w);

        Values.Close(Values.Of(eye(Math.Min(rows, columns), dtype: float64) * 9), product, 1e-12);
    }

    [Fact]
    public void EyeDiracSparse_Tensors_HaveTheirPattern()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Assert.Equal([1, 0, 0, 0, 1, 0], Values.Of(eye_(empty(2, 3))));

        var x = randn(1, 2, 5, 4);
        var passing = nn.Conv2d(2, 2, 3, padding: 1, bias: false);
        dirac_(passing.weight);
        Values.Close(Values.Of(x), passing.call(x), 1e-6);

        var sparse = sparse_(empty(10, 7), sparsity: 0.25);
        Assert.All(Values.Of(sparse.eq(0).sum([0])), zeros => Assert.Equal(3, zeros));
    }

    [Theory]
    [InlineData(NonlinearityType.Linear, 0, 1)]
    [InlineData(NonlinearityType.Sigmoid, 0, 1)]
    [InlineData(NonlinearityType.Tanh, 0, 5.0 / 3)]
    [InlineData(NonlinearityType.ReLU, 0, 1.4142135623730951)]
    [InlineData(NonlinearityType.LeakyReLU, 2, 0.6324555320336759)]
    public void CalculateGain_Nonlinearity_GivesPyTorchsFactor(NonlinearityType nonlinearity, double param, double expected) =>
        Assert.Equal(expected, calculate_gain(nonlinearity, param), 1e-15);

    [Fact]
    public void FanInAndFanOut_ConvolutionWeight_CountsTheReceptiveField()
    {
        using var weight = empty(8, 3, 5, 2);
        Assert.Equal((30, 80), CalculateFanInAndFanOut(weight));
        Assert.Throws<ArgumentException>(() => kaiming_uniform_(zeros(3)));
    }

    private static double[] Draw(Action<Tensor> fill)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var weight = empty(Outputs, Inputs, dtype: float64).requires_grad_();
        fill(weight);
        Assert.True(weight.is_leaf);
        return Values.Of(weight);
    }

    private static void CheckUniform(double[] values, double deviation)
    {
        var bound = Math.Sqrt(3) * deviation;
        Assert.Equal(1, values.StandardDeviation() / deviation, Relative);
        Assert.InRange(values.Max() / bound, 0.999, 1);
        Assert.InRange(values.Min() / -bound, 0.999, 1);
    }

    private static void CheckNormal(double[] values, double deviation)
    {
        Assert.Equal(1, values.StandardDeviation() / deviation, Relative);
        Assert.Equal(0, values.Skewness(), 0.05);
        Assert.Equal(0, values.Kurtosis(), 0.1);
    }
}
