using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>A training loop's memory is flat: neither tensors nor bytes add up.</summary>
[Collection(nameof(Alone))]
public class TrainingMemoryTests
{
    private const int Steps = 2000;

    [Fact]
    public void Train_TwoThousandStepsInScopes_KeepsNoTensorAndNoMemory()
    {
        manual_seed(1);
        using var model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Dropout(), nn.Flatten(), nn.Linear(4 * 36, 10));
        using var optimizer = optim.Adam(model.parameters());
        using var images = randn(8, 1, 8, 8);
        using var labels = randint(0, 10, [8], dtype: int64);

        Train(model, optimizer, images, labels, Steps / 10);
        var tensors = LiveTensors();
        var growth = ResidentMemory.SmallestGrowth(() => Train(model, optimizer, images, labels, Steps / 5));

        Assert.Equal(tensors, LiveTensors());

        // One forgotten activation of 4 KB a step would be 1.6 MB in 400 steps.
        Assert.InRange(growth, long.MinValue, 1L << 20);
    }

    private static void Train(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            model.zero_grad();
            var loss = nn.functional.cross_entropy(model.call(images), labels);
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters().ToArray(), 1);
            optimizer.step();
        }
    }

    private static long LiveTensors() => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
}
