using PaperSharp.Modules;
using PaperSharp.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Numerics;

/// <summary>Whatever is computed leaves its results behind and nothing else.</summary>
public sealed class DisposalTests
{
    private static readonly Tensor s_points = Values.Of(24, 3).DetachFromDisposeScope();
    private static readonly Tensor s_labels = arange(24, dtype: int64).remainder(3).DetachFromDisposeScope();
    private static readonly Tensor s_images = Values.Of(1, 1, 12, 12).DetachFromDisposeScope();
    private static readonly Tensor s_distribution = Values.Of(24, 3).softmax(1).DetachFromDisposeScope();
    private static readonly Tensor s_positive = s_labels.eq(0).DetachFromDisposeScope();
    private static readonly Tensor s_sequence = Values.Of(5, 2, 3).DetachFromDisposeScope();
    private static readonly Tensor s_tokens = zeros(5, 2, dtype: int64).DetachFromDisposeScope();
    private static readonly nn.Module<Tensor, Tensor> s_model = Models.Mlp(3, 4, 3);
    private static readonly nn.Module<Tensor, Tensor> s_dropout = nn.Sequential(nn.Linear(3, 8), nn.Dropout(0.5), nn.Linear(8, 3)).to(float64);
    private static readonly VariationalLstm s_lstm = Models.Filled(new VariationalLstm(3, 4, 2, 0.3, 0.3, untied: true));
    private static readonly VariationalGru s_gru = Models.Filled(new VariationalGru(3, 4, 2, 0.3, 0.3));
    private static readonly VariationalEmbedding s_embedding = new(5, 4, 0.5);
    private static readonly VariationalDropout s_locked = new(0.5);

    private static readonly Dictionary<string, (int Results, Action Run)> s_all = new()
    {
        ["log-mean-exp"] = (1, () => s_points.LogMeanExp(1)),
        ["Parzen"] = (1, () => new ParzenWindow(s_points, 0.3).LogLikelihood(s_points)),
        ["Parzen score"] = (0, () => ParzenWindow.Select(s_points, s_points).Window.Score(s_points)),
        ["PSNR"] = (1, () => ImageQuality.Psnr(s_points, s_points)),
        ["SSIM"] = (1, () => ImageQuality.Ssim(s_images, s_images)),
        ["depth"] = (0, () => DepthErrors.Of(s_points, s_points)),
        ["calibration"] = (0, () => Calibration.Of(s_distribution, s_labels)),
        ["detection"] = (0, () => Detection.Of(s_points.select(1, 0).DetachFromDisposeScope(), s_positive)),
        ["confusion"] = (1, () => ConfusionMatrix.Of(s_distribution, s_labels, 3).Matrix()),
        ["flat"] = (2, () => Flat(f => (f.Get(), f.AccumulatedGradient()))),
        ["flat set"] = (0, () => Flat(f =>
        {
            using var theta = f.Get();
            f.Set(theta);
            f.Add(theta, 0.0);
            return f;
        })),
        ["Hessian"] = (1, () => Product(CurvatureProduct.Hessian(new(s_model), () => s_model.call(s_points).square().sum()))),
        ["Gauss-Newton"] = (1, () => Product(CurvatureProduct.GaussNewton(new(s_model), () => s_model.call(s_points), y => y.square().sum()))),
        ["conjugate gradients"] = (1, () => ConjugateGradients.Solve(v => v * 2 + v, s_points.view(-1).DetachFromDisposeScope(), damping: 0.1, preconditioner: v => v * 0.5)),
        ["Lanczos"] = (0, () => Lanczos.Eigenvalues(v => v * 2 + (v * v.sum()), 9, 4, seed: 1, CPU)),
        ["gradient check"] = (0, () => GradientCheck.Of(x => x.square().sum(), s_images)),
        ["gradient check of a model"] = (0, () => GradientCheck.Of(s_model, () => s_model.call(s_points).square().sum(), perTensor: 2)),
        ["clipped sum"] = (4 + Held, () => Gradients().ClippedSum(0.1)),
        ["clipped sum by layer"] = (4 + Held, () => Gradients().ClippedSumByLayer(0.1)),
        ["norms"] = (2 + Held, () =>
        {
            var gradients = Gradients();
            gradients.Norms();
            gradients.LayerNorms();
        }),
        ["Monte Carlo classes"] = (1, () => MonteCarloDropout.Classify(s_dropout, s_points, 3, batch: 10)),
        ["Monte Carlo values"] = (2, () => MonteCarloDropout.Regress(s_dropout, s_points, 3, 1)),
        ["acquisition"] = (5, () =>
        {
            var samples = new PredictiveSamples(s_distribution.view(4, 6, 3).DetachFromDisposeScope());
            samples.Entropy();
            samples.ExpectedEntropy();
            samples.MutualInformation();
            samples.VariationRatio();
            samples.MeanDeviation();
        }),
        ["divergences"] = (4, () =>
        {
            Divergences.Normal(s_points, s_points);
            Divergences.Normal(s_points, s_points, s_points, s_points);
            Divergences.Bernoulli(s_points, s_points);
            Divergences.Categorical(s_points, s_points);
        }),
        ["Gumbel"] = (2, () =>
        {
            GumbelSoftmax.Sample(s_points, 0.5);
            GumbelSoftmax.Sample(s_points, 0.5, hard: true);
        }),
        ["mixture"] = (3, () =>
        {
            var mixture = new GaussianMixture(s_labels.to(float64).DetachFromDisposeScope(), s_points, s_points);
            mixture.LogDensity(s_points);
            mixture.Responsibilities(s_points);
            mixture.Sample();
        }),
        ["discretised logistic"] = (1, () => DiscretisedLogistic.LogProbability(s_distribution, s_points, s_points)),
        ["distances"] = (4, () =>
        {
            Distances.Squared(s_points, s_points);
            Distances.GaussianKernel(s_points, s_points, 1);
            Distances.Nearest(s_points, s_points, 2, exceptSelf: true);
        }),
        ["maximum mean discrepancy"] = (3, () =>
        {
            MaximumMeanDiscrepancy.Squared(s_points, s_points, [1, 2]);
            MaximumMeanDiscrepancy.SquaredUnbiased(s_points, s_points, [1, 2]);
            MaximumMeanDiscrepancy.Kernel(s_points, s_points, [1, 2]);
            MaximumMeanDiscrepancy.Test(s_points, s_points, [1, 2], permutations: 9);
        }),
        ["k-means"] = (3, () => KMeans.Fit(s_points, 3, seed: 1, starts: 2).Assign(s_points)),
        ["PCA"] = (6, () =>
        {
            var components = PrincipalComponents.Fit(s_points, 2);
            components.Inverse(components.Transform(s_points, whiten: true), whitened: true);
        }),
        ["t-SNE"] = (1, () => Tsne.Embed(s_points, 5, steps: 5)),
        ["SVM"] = (2, () => LinearSvm.Fit(s_points, s_labels, 3).Accuracy(s_points, s_labels)),
        ["logistic regression"] = (4, () =>
        {
            var classifier = LogisticRegression.Fit(s_points, s_labels, 3);
            classifier.Scores(s_points);
            classifier.Predict(s_points);
        }),
        ["LSTM"] = (3, () => s_lstm.call(s_sequence)),
        ["GRU"] = (2, () => s_gru.call(s_sequence)),
        ["embedding"] = (1, () => s_embedding.call(s_tokens)),
        ["dropout"] = (1, () => s_locked.call(s_sequence)),
        ["mask"] = (1, () => DropoutMask.Draw([3, 4], 0.5, CPU)),
    };

    public static TheoryData<string> Computations => [.. s_all.Keys];

    // What per-example gradients are computed from: inputs of two layers, and gradients by their outputs.
    private static int Held => 4;

    [Theory]
    [MemberData(nameof(Computations))]
    public void Computation_InAScope_LeavesItsResultsOnly(string name)
    {
        var (results, run) = s_all[name];
        run(); // what is made once for all
        using var outer = NewDisposeScope();
        using var scope = NewDisposeScope();
        run();
        Assert.Equal(results, scope.DisposablesCount);
        Assert.Equal(0, outer.DisposablesCount);
    }

    private static void Flat<T>(Func<FlatParameters, T> use) => use(new FlatParameters(s_model));

    private static void Product(CurvatureProduct product)
    {
        using (product)
        {
            using var v = ones(product.Size, float64);
            product.Times(v);
        }
    }

    private static PerExampleGradients Gradients() =>
        PerExampleGradients.Of(s_model, s_points, s_labels, (y, t) => nn.functional.cross_entropy(y, t, reduction: nn.Reduction.None));
}
