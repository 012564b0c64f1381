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
        var q = new Tensor[Glimpses];
        for (var t = 0; t < Glimpses; t++)
        {
            var error = x - canvas.sigmoid();
            var glimpse = Read(x, error, hDecoder);
            (hEncoder, sEncoder) = Step(encoder.call(cat([glimpse, hDecoder, hEncoder], 1)), sEncoder);
            q[t] = posterior.call(hEncoder);
            var z = q[t].narrow(1, 0, Latents) + (q[t].narrow(1, Latents, Latents).exp() * epsilon[t]);
            (hDecoder, sDecoder) = Step(decoder.call(cat([z, hDecoder], 1)), sDecoder);
            canvas = canvas + Write(hDecoder);
        }

        var codes = stack(q);
        var (mean, logSigma) = (codes.narrow(2, 0, Latents), codes.narrow(2, Latents, Latents));
        var latentLoss = 0.5 * (mean.square() + (2 * logSigma).exp() - (2 * logSigma) - 1).sum();
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
    private static (Tensor X, Tensor Y, Tensor Gamma) Filters(Tensor p)
    {
        var centre = (p.narrow(1, 0, 2) + 1) * ((Side + 1) / 2.0);
        var positive = p.narrow(1, 2, 3).exp();
        var delta = positive.narrow(1, 1, 1) * ((Side - 1.0) / (Window - 1));
        var means = centre.T.unsqueeze(-1) + (delta * (arange(1, Window + 1, dtype: float32) - ((Window / 2.0) + 0.5)));
        var distances = (arange(1, Side + 1, dtype: float32) - means.unsqueeze(-1)).square();
        var banks = softmax(distances * (-0.5 / positive.narrow(1, 0, 1)).unsqueeze(-1), -1).unbind(0);
        return (banks[0], banks[1], positive.narrow(1, 2, 1));
    }

    /// <summary>Gates [batch, 4·hidden] in the order input, forget, output, cell, and the memory, to the next (h, s).</summary>
    private static (Tensor H, Tensor S) Step(Tensor gates, Tensor s)
    {
        var open = gates.narrow(1, 0, 3 * Hidden).sigmoid().chunk(3, 1);
        s = (open[1] * s) + (open[0] * gates.narrow(1, 3 * Hidden, Hidden).tanh());
        return (open[2] * s.tanh(), s);
    }
}
