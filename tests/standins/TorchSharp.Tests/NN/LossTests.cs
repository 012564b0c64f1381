using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.NN;

/// <summary>Losses against their definitions over plain doubles, in all three reductions.</summary>
public class LossTests
{
    private const double Tolerance = 1e-12;
    private const int Count = 24;

    public static TheoryData<string> AllElementwise => [.. s_elementwise.Keys];

    private static readonly Dictionary<string, (Func<Reduction, Module<Tensor, Tensor, Tensor>> Create, Func<double, double, double> Loss, bool Probabilities)> s_elementwise = new()
    {
        ["MSE"] = (reduction => MSELoss(reduction), (x, y) => (x - y) * (x - y), false),
        ["L1"] = (reduction => L1Loss(reduction), (x, y) => Math.Abs(x - y), false),
        ["SmoothL1"] = (reduction => SmoothL1Loss(reduction, beta: 0.5), (x, y) => Math.Abs(x - y) < 0.5 ? (x - y) * (x - y) : Math.Abs(x - y) - 0.25, false),
        ["Huber"] = (reduction => HuberLoss(0.5, reduction), (x, y) => Math.Abs(x - y) < 0.5 ? 0.5 * (x - y) * (x - y) : 0.5 * (Math.Abs(x - y) - 0.25), false),
        ["BCE"] = (reduction => BCELoss(reduction: reduction), (x, y) => -(y * Math.Log(x)) - ((1 - y) * Math.Log(1 - x)), true),
        ["BCEWithLogits"] = (
            reduction => BCEWithLogitsLoss(reduction: reduction),
            (x, y) => -(y * Math.Log(1 / (1 + Math.Exp(-x)))) - ((1 - y) * Math.Log(1 / (1 + Math.Exp(x)))), true),
        ["KLDiv of probabilities"] = (reduction => KLDivLoss(log_target: false, reduction), (x, y) => y * (Math.Log(y) - x), true),
        ["KLDiv of logarithms"] = (reduction => KLDivLoss(reduction: reduction), (x, y) => Math.Exp(y) * (y - x), false),
        ["PoissonNLL"] = (reduction => PoissonNLLLoss(reduction: reduction), (x, y) => Math.Exp(x) - (y * x), true),
    };

    [Theory]
    [MemberData(nameof(AllElementwise))]
    public void Elementwise_RandomInput_FollowsTheDefinition(string name)
    {
        var (create, loss, probabilities) = s_elementwise[name];
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = probabilities ? rand(4, 6, dtype: float64) : randn(4, 6, dtype: float64);
        var y = probabilities ? rand(4, 6, dtype: float64) : randn(4, 6, dtype: float64);
        var expected = Values.Of(x).Zip(Values.Of(y), loss).ToArray();

        Values.Close(expected, create(Reduction.None).call(x, y), Tolerance);
        Assert.Equal(expected.Sum(), create(Reduction.Sum).call(x, y).item<double>(), 1e-10);
        Assert.Equal(expected.Sum() / Count, create(Reduction.Mean).call(x, y).item<double>(), Tolerance);
    }

    [Fact]
    public void CrossEntropy_ClassesWeightsAndIgnored_FollowsTheDefinition()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var logits = randn(5, 3, dtype: float64);
        long[] classes = [0, 2, 1, -1, 2];
        double[] weights = [0.5, 1, 2];
        var loss = CrossEntropyLoss(tensor(weights), ignore_index: -1);

        var values = Values.Of(logits);
        var (sum, total) = (0.0, 0.0);
        for (var row = 0; row < 5; row++)
        {
            if (classes[row] >= 0)
            {
                var scores = values[(row * 3)..((row + 1) * 3)];
                sum -= weights[classes[row]] * (scores[classes[row]] - Math.Log(scores.Sum(Math.Exp)));
                total += weights[classes[row]];
            }
        }

        Assert.Equal(sum / total, loss.call(logits, tensor(classes)).item<double>(), Tolerance);
    }

    [Fact]
    public void CrossEntropy_LabelSmoothing_MixesWithTheUniformDistribution()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var logits = randn(4, 3, dtype: float64);
        var classes = tensor(new long[] { 0, 1, 2, 1 });
        var smoothed = functional.one_hot(classes, 3).to(float64) * 0.9 + (0.1 / 3);

        var expected = -(smoothed * functional.log_softmax(logits, 1)).sum(1).mean();

        Assert.Equal(expected.item<double>(), functional.cross_entropy(logits, classes, label_smoothing: 0.1).item<double>(), Tolerance);
    }

    [Fact]
    public void NLL_OfImages_PicksTheClassAtEveryPixel()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var logits = functional.log_softmax(randn(2, 3, 2, 2, dtype: float64), 1);
        var classes = randint(0, 3, [2, 2, 2], dtype: int64);

        var values = Values.Of(logits);
        var labels = Values.Of(classes);
        var expected = labels.Select((label, at) => -values[(((at / 4 * 3) + (int)label) * 4) + (at % 4)]).Average();

        Assert.Equal(expected, NLLLoss().call(logits, classes).item<double>(), Tolerance);
    }

    [Fact]
    public void BCEWithLogits_PositiveWeights_ScaleThePositives()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (x, y) = (randn(6, dtype: float64), tensor(new[] { 1.0, 0, 1, 0, 1, 0 }));
        var weighted = BCEWithLogitsLoss(pos_weights: tensor(new[] { 3.0 }), reduction: Reduction.None).call(x, y);
        var plain = BCEWithLogitsLoss(reduction: Reduction.None).call(x, y);

        Values.Close(Values.Of(plain * (y * 2 + 1)), weighted, Tolerance);
    }

    [Fact]
    public void GaussianNLL_RandomInput_IsMinusTheLogDensity()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (x, y, variance) = (randn(8, dtype: float64), randn(8, dtype: float64), rand(8, dtype: float64) + 0.1);

        var (means, targets, variances) = (Values.Of(x), Values.Of(y), Values.Of(variance));
        var expected = means.Select((mean, i) =>
            -MathNet.Numerics.Distributions.Normal.PDFLn(mean, Math.Sqrt(variances[i]), targets[i])).ToArray();

        Values.Close(expected, functional.gaussian_nll_loss(x, y, variance, full: true, reduction: Reduction.None), Tolerance);
        Assert.Throws<ArgumentException>(() => functional.gaussian_nll_loss(x, y, -variance));
    }
}
