using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>
/// A hundred steps on random gradients, against the published update rules over plain doubles.
/// </summary>
public class OptimizerTests
{
    private const int Steps = 100;
    private const int Size = 37;

    /// <summary>Called once a step for each element: parameter, gradient, step number from 1, memory; gives the new parameter.</summary>
    private delegate double Rule(double parameter, double gradient, int step, double[] memory);

    public static TheoryData<string> AllRules => [.. s_rules.Keys];

    private static readonly Dictionary<string, (Func<Parameter[], optim.Optimizer> Create, Rule Rule)> s_rules = new()
    {
        ["SGD"] = (p => optim.SGD(p, 0.05), (w, g, _, _) => w - (0.05 * g)),
        ["SGD with weight decay, maximizing"] = (
            p => optim.SGD(p, 0.05, weight_decay: 0.1, maximize: true),
            (w, g, _, _) => w - (0.05 * (-g + (0.1 * w)))),
        ["SGD with momentum and dampening"] = (p => optim.SGD(p, 0.05, momentum: 0.9, dampening: 0.3), Momentum(nesterov: false, 0.3)),
        ["SGD with Nesterov momentum"] = (p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true), Momentum(nesterov: true, 0)),
        ["Adam"] = (p => optim.Adam(p, 0.02), Adam(0.02, 0, 0, false)),
        ["Adam with L2 penalty"] = (p => optim.Adam(p, 0.02, weight_decay: 0.1), Adam(0.02, 0.1, 0, false)),
        ["AMSGrad"] = (p => optim.Adam(p, 0.02, beta1: 0.5, beta2: 0.6, amsgrad: true), Adam(0.02, 0, 0, true, 0.5, 0.6)),
        ["AdamW"] = (p => optim.AdamW(p, 0.02, weight_decay: 0.1), Adam(0.02, 0, 0.1, false)),
        ["RMSProp"] = (p => optim.RMSProp(p, 0.02), RmsProp(false, 0)),
        ["RMSProp centred with momentum"] = (p => optim.RMSProp(p, 0.02, momentum: 0.9, centered: true), RmsProp(true, 0.9)),
        ["Adagrad"] = (
            p => optim.Adagrad(p, 0.1, lr_decay: 0.01, initial_accumulator_value: 0.5),
            (w, g, t, m) =>
            {
                m[0] = t == 1 ? 0.5 + (g * g) : m[0] + (g * g);
                return w - (0.1 / (1 + ((t - 1) * 0.01)) * g / (Math.Sqrt(m[0]) + 1e-10));
            }),
    };

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Step_HundredRandomGradients_FollowsTheRule(string name)
    {
        Follow(name, float64, 1e-12);
        Follow(name, float32, 2e-5);
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Step_ParametersThatAreNotContiguous_FollowsTheSameRule(string name)
    {
        var (create, rule) = s_rules[name];
        using var scope = NewDisposeScope();
        manual_seed(3);
        var parameter = new Parameter(randn(Size, 3, dtype: float64).t());
        Assert.False(parameter.is_contiguous());
        Run([parameter], create, rule, 1e-12);
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Step_ParameterWithoutGradient_StaysAsItIs(string name)
    {
        using var scope = NewDisposeScope();
        var (used, unused) = (new Parameter(ones(4)), new Parameter(ones(4)));
        using var optimizer = s_rules[name].Create([used, unused]);

        used.sum().backward();
        optimizer.step();

        Assert.Equal([1, 1, 1, 1], Values.Of(unused));
        Assert.NotEqual([1, 1, 1, 1], Values.Of(used));
    }

    private static void Follow(string name, ScalarType type, double tolerance)
    {
        var (create, rule) = s_rules[name];
        using var scope = NewDisposeScope();
        manual_seed(1);
        Run([new Parameter(randn(Size, dtype: type)), new Parameter(randn(2, 3, dtype: type))], create, rule, tolerance);
    }

    private static void Run(Parameter[] parameters, Func<Parameter[], optim.Optimizer> create, Rule rule, double tolerance)
    {
        var expected = Array.ConvertAll(parameters, Values.Of);
        var memory = Array.ConvertAll(expected, values => Array.ConvertAll(values, _ => new double[3]));
        using var optimizer = create(parameters);
        for (var step = 1; step <= Steps; step++)
        {
            using var scope = NewDisposeScope();
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].grad = randn_like(parameters[i]);
                var gradient = Values.Of(parameters[i].grad!);
                for (var k = 0; k < gradient.Length; k++)
                {
                    expected[i][k] = rule(expected[i][k], gradient[k], step, memory[i][k]);
                }
            }

            optimizer.step();
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            Values.Close(expected[i], parameters[i], tolerance);
        }
    }

    private static Rule Momentum(bool nesterov, double dampening) => (w, g, t, m) =>
    {
        m[0] = t == 1 ? g : (0.9 * m[0]) + ((1 - dampening) * g);
        return w - (0.05 * (nesterov ? g + (0.9 * m[0]) : m[0]));
    };

    private static Rule Adam(double lr, double penalty, double decay, bool amsgrad, double beta1 = 0.9, double beta2 = 0.999) => (w, g, t, m) =>
    {
        w *= 1 - (lr * decay);
        g += penalty * w;
        m[0] = (beta1 * m[0]) + ((1 - beta1) * g);
        m[1] = (beta2 * m[1]) + ((1 - beta2) * g * g);
        m[2] = Math.Max(m[2], m[1]);
        var mean = m[0] / (1 - Math.Pow(beta1, t));
        var square = (amsgrad ? m[2] : m[1]) / (1 - Math.Pow(beta2, t));
        return w - (lr * mean / (Math.Sqrt(square) + 1e-8));
    };

    private static Rule RmsProp(bool centered, double momentum) => (w, g, _, m) =>
    {
        m[0] = (0.99 * m[0]) + (0.01 * g * g);
        m[1] = (0.99 * m[1]) + (0.01 * g);
        var variance = centered ? m[0] - (m[1] * m[1]) : m[0];
        m[2] = (momentum * m[2]) + (g / (Math.Sqrt(variance) + 1e-8));
        return w - (0.02 * m[2]);
    };
}
