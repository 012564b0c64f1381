using MathNet.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.NN;

/// <summary>Activations against their formulas, their in-place variants, and their gradients against finite differences.</summary>
public class ActivationTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string> All => [.. s_activations.Keys];

    private static readonly Dictionary<string, (Module<Tensor, Tensor> Module, Func<double, double> Formula)> s_activations = new()
    {
        ["ReLU"] = (ReLU(), x => Math.Max(0, x)),
        ["ReLU in place"] = (ReLU(inplace: true), x => Math.Max(0, x)),
        ["ReLU6"] = (ReLU6(), x => Math.Clamp(x, 0, 6)),
        ["LeakyReLU"] = (LeakyReLU(0.2), x => x > 0 ? x : 0.2 * x),
        ["LeakyReLU in place"] = (LeakyReLU(0.2, inplace: true), x => x > 0 ? x : 0.2 * x),
        ["ELU"] = (ELU(1.5), x => x > 0 ? x : 1.5 * Math.Exp(x) - 1.5),
        ["CELU"] = (CELU(1.5), x => x > 0 ? x : 1.5 * Math.Exp(x / 1.5) - 1.5),
        ["SELU"] = (SELU(), x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1))),
        ["Hardtanh"] = (Hardtanh(-0.5, 2), x => Math.Clamp(x, -0.5, 2)),
        ["Hardsigmoid"] = (Hardsigmoid(), x => Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardswish"] = (Hardswish(), x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardshrink"] = (Hardshrink(), x => Math.Abs(x) > 0.5 ? x : 0),
        ["Softshrink"] = (Softshrink(), x => Math.Sign(x) * Math.Max(0, Math.Abs(x) - 0.5)),
        ["Threshold"] = (Threshold(0.3, -7), x => x > 0.3 ? x : -7),
        ["Sigmoid"] = (Sigmoid(), x => 1 / (1 + Math.Exp(-x))),
        ["Sigmoid in place"] = (Sigmoid(inplace: true), x => 1 / (1 + Math.Exp(-x))),
        ["Tanh"] = (Tanh(), Math.Tanh),
        ["SiLU"] = (SiLU(), x => x / (1 + Math.Exp(-x))),
        ["Mish"] = (Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["GELU"] = (GELU(), x => 0.5 * x * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)))),
        ["GELU by tanh"] = (
            GELU(Modules.GELU.Approximate.tanh),
            x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        ["Softplus"] = (Softplus(2), x => Math.Log(1 + Math.Exp(2 * x)) / 2),
        ["LogSigmoid"] = (LogSigmoid(), x => -Math.Log(1 + Math.Exp(-x))),
        ["Softsign"] = (Softsign(), x => x / (1 + Math.Abs(x))),
        ["Tanhshrink"] = (Tanhshrink(), x => x - Math.Tanh(x)),
        ["PReLU"] = (PReLU(1, 0.1, dtype: float64), x => x > 0 ? x : 0.1 * x),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_RandomInput_EqualsItsFormula(string name)
    {
        var (module, formula) = s_activations[name];
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = randn(40, dtype: float64) * 3;

        var expected = Array.ConvertAll(Values.Of(x), value => formula(value));

        Values.Close(expected, module.call(x), Tolerance);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Backward_RandomInput_EqualsDifferencesOfTheFormula(string name)
    {
        var (module, formula) = s_activations[name];
        using var scope = NewDisposeScope();
        manual_seed(2);
        var x = randn(40, dtype: float64, requires_grad: true);

        module.call(x * 1).sum().backward();

        const double Step = 1e-6;
        var expected = Array.ConvertAll(Values.Of(x), value => (formula(value + Step) - formula(value - Step)) / (2 * Step));
        Values.Close(expected, x.grad!, 1e-7);
    }

    [Fact]
    public void ReLU_InPlace_ChangesItsInputAndReturnsAnotherHandle()
    {
        var x = tensor(new[] { -1f, 2f });
        var y = ReLU(inplace: true).call(x);
        Assert.Equal([0, 2], Values.Of(x));
        x.Dispose();
        Assert.Equal([0, 2], Values.Of(y));
        y.Dispose();
    }

    [Fact]
    public void Softmax_Rows_AreExponentialsOverTheirSum()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var x = randn(2, 5, dtype: float64);

        var exponentials = Array.ConvertAll(Values.Of(x), Math.Exp);
        var expected = exponentials.Select((value, at) => value / exponentials[(at / 5 * 5)..((at / 5 * 5) + 5)].Sum()).ToArray();

        Values.Close(expected, Softmax(1).call(x), Tolerance);
        Values.Close(Array.ConvertAll(expected, Math.Log), LogSoftmax(1).call(x), Tolerance);
        Values.Close(expected, Softmin(1).call(-x), Tolerance);
    }

    [Fact]
    public void GLU_Halves_GatesTheFirstByTheSecond()
    {
        using var scope = NewDisposeScope();
        var y = GLU().call(tensor(new[] { 1.0, 2.0, 0.0, 3.0 }).view(1, 4));
        Values.Close([0.5, 2 / (1 + Math.Exp(-3))], y, Tolerance);
    }
}
