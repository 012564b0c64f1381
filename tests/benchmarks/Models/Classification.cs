using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PaperSharp.Benchmarks.Models;

/// <summary>One step of a classifier: forward, cross entropy, backward, Adam.</summary>
internal static class Classification
{
    public static Action Prepare(Sequential model, Tensor images)
    {
        var labels = randint(0, 10, [images.shape[0]], dtype: int64);
        var optimizer = optim.Adam(model.parameters());
        return () =>
        {
            using var scope = NewDisposeScope();
            model.zero_grad();
            var loss = nn.functional.cross_entropy(model.call(images), labels);
            loss.backward();
            optimizer.step();
            loss.item<float>();
        };
    }
}
