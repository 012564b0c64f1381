namespace TorchSharp.Tests.Core;

/// <summary>Derivatives against central differences in float64: step 1e-6, relative tolerance 1e-6.</summary>
public class UnaryGradientTests
{
    private static readonly Dictionary<string, (Func<torch.Tensor, torch.Tensor> Apply, double Low, double High)> s_functions = new()
    {
        ["exp"] = (x => x.exp(), -2, 2),
        ["expm1"] = (x => x.expm1(), -2, 2),
        ["log"] = (x => x.log(), 0.1, 3),
        ["log1p"] = (x => x.log1p(), -0.5, 3),
        ["log2"] = (x => x.log2(), 0.1, 3),
        ["sqrt"] = (x => x.sqrt(), 0.1, 3),
        ["rsqrt"] = (x => x.rsqrt(), 0.2, 3),
        ["square"] = (x => x.square(), -3, 3),
        ["pow"] = (x => x.pow(2.5), 0.1, 3),
        ["reciprocal"] = (x => x.reciprocal(), 0.3, 3),
        ["over"] = (x => 2.5 / x, 0.3, 3),
        ["minus"] = (x => 2.5 - x, -3, 3),
        ["sin"] = (x => x.sin(), -3, 3),
        ["cos"] = (x => x.cos(), -3, 3),
        ["tan"] = (x => x.tan(), -1, 1),
        ["asin"] = (x => x.asin(), -0.9, 0.9),
        ["atan"] = (x => x.atan(), -3, 3),
        ["sinh"] = (x => x.sinh(), -2, 2),
        ["tanh"] = (x => x.tanh(), -2, 2),
        ["atanh"] = (x => x.atanh(), -0.9, 0.9),
        ["sigmoid"] = (x => x.sigmoid(), -3, 3),
        ["softplus"] = (x => x.softplus(), -3, 3),
        ["erf"] = (x => x.erf(), -2, 2),
        ["erfinv"] = (x => x.erfinv(), -0.8, 0.8),
        ["lgamma"] = (x => x.lgamma(), 0.5, 4),
        ["digamma"] = (x => x.digamma(), 0.5, 4),
        ["gelu"] = (x => x.gelu(), -3, 3),
        ["silu"] = (x => x.silu(), -3, 3),
        ["elu"] = (x => x.elu(), 0.1, 3),
        ["softmax"] = (x => x.softmax(-1), -2, 2),
        ["log_softmax"] = (x => x.log_softmax(-1), -2, 2),
        ["cumsum"] = (x => x.cumsum(-1), -2, 2),
        ["logsumexp"] = (x => x.logsumexp(-1), -2, 2),
        ["var"] = (x => x.var(-1L), -2, 2),
        ["norm"] = (x => x.norm(), 0.5, 2),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_UnaryFunction_MatchesFiniteDifferences(string name)
    {
        const double Step = 1e-6;
        using var scope = torch.NewDisposeScope();
        var (apply, low, high) = s_functions[name];
        var random = new Random(name.Length);
        long[] shape = [random.Next(1, 4), random.Next(2, 5)];
        var generator = new torch.Generator((ulong)name.GetHashCode(StringComparison.Ordinal) & 0xffff);
        var x = torch.rand(shape, torch.float64, generator: generator).mul(high - low).add(low).requires_grad_();
        var weight = torch.rand_like(apply(x.detach()));
        (apply(x) * weight).sum().backward();
        var gradient = x.grad!.data<double>().ToArray();

        var point = x.detach().clone();
        var values = point.data<double>().ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            double At(double offset)
            {
                var moved = (double[])values.Clone();
                moved[i] += offset;
                return (apply(torch.tensor(moved).view(shape)) * weight).sum().ToDouble();
            }

            var expected = (At(Step) - At(-Step)) / (2 * Step);
            Assert.Equal(expected, gradient[i], 1e-6 * Math.Max(1, Math.Abs(expected)));
        }
    }
}
