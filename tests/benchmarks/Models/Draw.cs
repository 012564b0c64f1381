using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PaperSharp.Benchmarks.Models;

/// <summary>
/// DRAW's training step as notebooks/generative-models/draw.ipynb has it: 14×14, 8 glimpses, LSTM 64, z 10, windows 5×5,
/// batch 100, Adam.
/// </summary>
internal sealed class Draw : nn.Module
{
    private const int Side = 14;
    private const int Pixels = Side * Side;
    private const int Glimpses = 8;
    private const int Hidden = 64;
    private const int Latents = 10;
    private const int Window = 5;
    private const int Batch = 100;

    private readonly Linear readWindow = nn.Linear(Hidden, 5);
    private readonly Linear writeWindow = nn.Linear(Hidden, 5);
    private readonly Linear patch = nn.Linear(Hidden, Window * Window);
    private readonly Linear encoder = nn.Linear((2 * Window * Window) + (2 * Hidden), 4 * Hidden);
    private readonly Linear decoder = nn.Linear(Latents + Hidden, 4 * Hidden);
    private readonly Linear posterior = nn.Linear(Hidden, 2 * Latents);
    private readonly Parameter background = nn.Parameter(zeros(Pixels));
    private readonly Parameter start = nn.Parameter(zeros(4, Hidden));
    private readonly Tensor pixels = arange(1, Side + 1, dtype: float32);
    private readonly Tensor offsets = arange(1, Window + 1, dtype: float32) - ((Window / 2.0) + 0.5);

    private Draw()
        : base(nameof(Draw)) => RegisterComponents();

    public static Action Prepare()
    {
        var model = new Draw();
        var parameters = model.parameters().ToArray();
        var optimizer = optim.Adam(parameters, 1e-3);
        var images = bernoulli(rand(Batch, Pixels));
        return () =>
        {
            using var scope = NewDisposeScope();
            model.zero_grad();
            var loss = model.Bound(images, randn(Glimpses, Batch, Latents));
            loss.backward();
            nn.utils.clip_grad_norm_(parameters, 10);
            optimizer.step();
            loss.item<float>();
        };
    }

    /// <summary>x [batch, pixels] and noise [glimpses, batch, latents] to the mean bound in nats.</summary>
    private Tensor Bound(Tensor x, Tensor noise)
    {
        var states = start.unsqueeze(1).expand(-1, Batch, -1).unbind(0);
        var (hEncoder, sEncoder, hDecoder, sDecoder) = (states[0], states[1], states[2], states[3]);
        var canvas = background.expand(Batch, -1);
        var epsilon = noise.unbind(0);
        var (means, logSigmas) = (new Tensor[Glimpses], new Tensor[Glimpses]);
        for (var t = 0; t < Glimpses; t++)
        {
            var error = x - canvas.sigmoid();
            var glimpse = Read(x, error, hDecoder);
            (hEncoder, sEncoder) = Step(encoder.call(cat([glimpse, hDecoder, hEncoder], 1)), sEncoder);
            var q = posterior.call(hEncoder).chunk(2, 1);
            (means[t], logSigmas[t]) = (q[0], q[1]);
            var z = q[0].addcmul(q[1].exp(), epsilon[t], 1);
            (hDecoder, sDecoder) = Step(decoder.call(cat([z, hDecoder], 1)), sDecoder);
            canvas = canvas + Write(hDecoder);
        }

        var logVariance = 2 * stack(logSigmas);
        var latentLoss = 0.5 * (stack(means).square() + logVariance.exp() - logVariance - 1).sum();
        var reconstruction = nn.functional.binary_cross_entropy_with_logits(canvas, x, reduction: nn.Reduction.Sum);
        return (reconstruction + latentLoss) / Batch;
    }

    private Tensor Read(Tensor x, Tensor error, Tensor hidden)
    {
        var (filterX, filterY, gamma) = Filters(readWindow.call(hidden));
        var both = cat([x.view(-1, Side, Side), error.view(-1, Side, Side)], -1);
        var rows = filterY.bmm(both).view(Batch, 2 * Window, Side);
        return gamma * rows.bmm(filterX.mT).view(Batch, 2 * Window * Window);
    }

    private Tensor Write(Tensor hidden)
    {
        var (filterX, filterY, gamma) = Filters(writeWindow.call(hidden));
        var w = patch.call(hidden).view(-1, Window, Window);
        return filterY.mT.bmm(w).bmm(filterX).view(-1, Pixels) / gamma;
    }

    /// <summary>The filterbanks [batch, window, side] and the intensity [batch, 1] of the five numbers p [batch, 5].</summary>
    private (Tensor X, Tensor Y, Tensor Gamma) Filters(Tensor p)
    {
        // The gradient of a split is one concatenation; those of slices would be added up one by one.
        var parts = p.split([2, 3], 1);
        var centre = (parts[0] + 1) * ((Side + 1) / 2.0);
        var positive = parts[1].exp().chunk(3, 1);
        var delta = positive[1] * ((Side - 1.0) / (Window - 1));
        var means = centre.T.unsqueeze(-1) + (delta * offsets);
        var distances = (pixels - means.unsqueeze(-1)).square();
        var banks = softmax(distances * (-0.5 / positive[0]).unsqueeze(-1), -1).unbind(0);
        return (banks[0], banks[1], positive[2]);
    }

    /// <summary>Gates [batch, 4·hidden] in the order input, forget, output, cell, and the memory, to the next (h, s).</summary>
    private static (Tensor H, Tensor S) Step(Tensor gates, Tensor s)
    {
        var parts = gates.split([3 * Hidden, Hidden], 1);
        var open = parts[0].sigmoid().chunk(3, 1);
        s = (open[1] * s).addcmul(open[0], parts[1].tanh(), 1);
        return (open[2] * s.tanh(), s);
    }
}
