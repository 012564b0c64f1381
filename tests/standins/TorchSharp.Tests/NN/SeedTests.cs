using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>All threads draw from one generator: only a test that runs alone sees what a seed gives.</summary>
[Collection(nameof(Alone))]
public class SeedTests
{
    /// <summary>The numbers that PyTorch 1.13 prints for the same module after torch.manual_seed(1).</summary>
    [Fact]
    public void Modules_AfterSeed_StartWithPyTorchsWeights()
    {
        Assert.Equal(
            [0.2974873, -0.2548298, -0.111926, 0.2709903, -0.5435388, 0.3462469, -0.1187756, 0.2937234],
            Seeded(() => nn.Linear(3, 2)));
        Assert.Equal(
            [0.182173, -0.1560508, -0.0685404, 0.165947, -0.3328482, 0.2120321, -0.0727349, 0.1798681, 0.0491499],
            Seeded(() => nn.Conv2d(2, 1, 2)));
        Assert.Equal(
            [0.182173, -0.1560508, -0.0685404, 0.165947, -0.3328482, 0.2120321, -0.0727349, 0.1798681, 0.0491499, -0.0432905],
            Seeded(() => nn.ConvTranspose2d(1, 2, 2)));
        Assert.Equal([0.6613522, 0.2669241, 0.0616773, 0.6213173, -0.451906, -0.1661302], Seeded(() => nn.Embedding(2, 3)));
        Assert.Equal(
            [0.5152632, -0.4413782, -0.1938615, 0.4693689, -0.9414369, 0.5997173, -0.2057253, 0.5087439,
             0.139017, -0.1224442, 0.2773609, 0.0493318, 0.3652282, -0.389701, -0.0729088, -0.0900273],
            Seeded(() => nn.LSTMCell(1, 1)));
    }

    private static double[] Seeded(Func<nn.Module> create)
    {
        manual_seed(1);
        using var module = create();
        return [.. module.parameters().SelectMany(Values.Of).Select(value => Math.Round(value, 7))];
    }
}
