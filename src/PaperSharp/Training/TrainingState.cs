using static TorchSharp.torch;

namespace PaperSharp.Training;

/// <summary>What a training needs, beside model, optimizer and random state, to go on where it stopped.</summary>
internal sealed class TrainingState : IDisposable
{
    private Tensor? _lossSum;

    public long Step { get; set; }

    public long LossCount { get; private set; }

    public TrainingHistory History { get; } = new();

    /// <summary>Measurements since the best one.</summary>
    public int Worse { get; set; }

    /// <summary>The model at its best measurement; null without patience or before the first.</summary>
    public Dictionary<string, Tensor>? Best { get; private set; }

    public double LossSum => _lossSum?.item<float>() ?? 0;

    /// <summary>Adds on the device, so that a GPU is not waited for at each step.</summary>
    public void AddLoss(Tensor loss)
    {
        using var noGrad = no_grad();
        _lossSum ??= zeros([], dtype: float32, device: loss.device).DetachFromDisposeScope();
        _lossSum.add_(loss.detach().to(float32));
        LossCount++;
    }

    public double TakeMeanLoss()
    {
        var mean = LossSum / LossCount;
        _lossSum!.zero_();
        LossCount = 0;
        return mean;
    }

    public void RestoreLoss(double sum, long count, Device device)
    {
        _lossSum = full([], sum, dtype: float32, device: device).DetachFromDisposeScope();
        LossCount = count;
    }

    public void AddValidation(Validation validation, double value, nn.Module model)
    {
        History.Validations.Add(new(Step, value));
        if (validation.IsBetter(value, History.Best?.Value ?? double.NaN))
        {
            History.Best = new(Step, value);
            Worse = 0;
            if (validation.Patience is not null)
            {
                KeepAsBest(model);
            }
        }
        else if (++Worse >= validation.Patience)
        {
            History.StoppedEarly = true;
        }
    }

    public void KeepAsBest(nn.Module model)
    {
        DisposeBest();
        using var noGrad = no_grad();
        Best = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    public void RestoreBest(nn.Module model)
    {
        if (Best is not null)
        {
            model.load_state_dict(Best);
        }
    }

    public void Dispose()
    {
        _lossSum?.Dispose();
        DisposeBest();
    }

    private void DisposeBest()
    {
        foreach (var tensor in Best?.Values ?? Enumerable.Empty<Tensor>())
        {
            tensor.Dispose();
        }

        Best = null;
    }
}
