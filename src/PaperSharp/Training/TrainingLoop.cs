using Microsoft.DotNet.Interactive;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PaperSharp.Training;

/// <summary>
/// Runs training steps: gradients cleared, loss computed, backward, optional clipping, update; with progress bar, live
/// curve, validation, early stop, and checkpoints from which an interrupted training continues.
/// </summary>
/// <param name="model">What is trained.</param>
/// <param name="optimizer">Updates the model's parameters.</param>
public sealed class TrainingLoop(nn.Module model, OptimizerHelper optimizer)
{
    /// <summary>Number of updates.</summary>
    public required long Steps { get; init; }

    /// <summary>Title of progress bar and curve.</summary>
    public string Title { get; init; } = "training";

    /// <summary>Largest Euclidean norm of all gradients together; null for no clipping.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>What is measured on other data meanwhile, and when to stop for it.</summary>
    public Validation? Validation { get; init; }

    /// <summary>Where to keep the state of an unfinished training; null to keep none.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Over how many steps a point of the curve is the mean; by default a two-hundredth of all.</summary>
    public long? ReportEvery { get; init; }

    /// <summary>Whether to draw the curve while training.</summary>
    public bool ShowCurve { get; init; } = true;

    internal TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Trains, from the checkpoint on when there is one, and removes it at the end.</summary>
    /// <param name="loss">
    /// The loss of a step, a scalar, from the number of the step (from 0). What it allocates is disposed after the step.
    /// For a resumed training to equal an uninterrupted one it must depend on nothing but the step, the model and
    /// torch's random numbers.
    /// </param>
    /// <param name="cancellation">Stops the training after a step; by default the interruption of the notebook's cell.</param>
    /// <exception cref="OperationCanceledException">It was stopped; with a checkpoint, running it again continues.</exception>
    /// <exception cref="TrainingException">The loss is infinite or not a number, or the checkpoint cannot be used.</exception>
    public TrainingHistory Run(Func<long, Tensor> loss, CancellationToken cancellation = default)
    {
        if (!cancellation.CanBeCanceled)
        {
            cancellation = KernelInvocationContext.Current?.CancellationToken ?? default;
        }

        using var state = new TrainingState();
        Checkpoint?.Restore(model, optimizer, state);
        if (state.Step > 0)
        {
            Console.WriteLine(FormattableString.Invariant($"{Title}: continues an interrupted training at step {state.Step:N0} of {Steps:N0}"));
        }

        using var progress = Live.Progress(Title, Steps, state.Step);
        using var curve = ShowCurve ? StartCurve(state.History) : null;
        var lastCheckpoint = TimeProvider.System.GetTimestamp();
        while (state.Step < Steps && !state.History.StoppedEarly)
        {
            if (cancellation.IsCancellationRequested)
            {
                throw Interrupted(state);
            }

            Update(loss, state);
            Report(state, progress, curve);
            Validate(state, curve);
            if (Checkpoint is not null && TimeProvider.System.GetElapsedTime(lastCheckpoint) >= CheckpointInterval)
            {
                Checkpoint.Save(model, optimizer, state);
                lastCheckpoint = TimeProvider.System.GetTimestamp();
            }
        }

        state.RestoreBest(model);
        Checkpoint?.Remove();
        return state.History;
    }

    private void Update(Func<long, Tensor> loss, TrainingState state)
    {
        using var scope = NewDisposeScope();
        ForgetGradients();
        var value = loss(state.Step);
        value.backward();
        if (ClipNorm is { } norm)
        {
            nn.utils.clip_grad_norm_(model.parameters(), norm);
        }

        optimizer.step();
        state.AddLoss(value);
        state.Step++;
    }

    /// <summary>Drops the gradients instead of filling them with zeros, which costs a pass over all parameters.</summary>
    private void ForgetGradients()
    {
        foreach (var parameter in optimizer.parameters())
        {
            parameter.grad = null;
        }
    }

    private void Report(TrainingState state, ProgressBar progress, LossCurve? curve)
    {
        progress.Reach(state.Step);
        if (state.Step % (ReportEvery ?? Math.Max(1, Steps / 200)) != 0 && state.Step != Steps)
        {
            return;
        }

        var mean = state.TakeMeanLoss();
        if (!double.IsFinite(mean))
        {
            throw new TrainingException(FormattableString.Invariant(
                $"{Title}: the loss is {mean} at step {state.Step:N0}. Lower the learning rate, clip the gradients (ClipNorm), or look for a logarithm or quotient of zero in the loss."));
        }

        state.History.Losses.Add(new(state.Step, mean));
        progress.Reach(state.Step, FormattableString.Invariant($"loss {mean:G5}"));
        AddToCurve(curve, state.Step, mean, double.NaN);
    }

    private void Validate(TrainingState state, LossCurve? curve)
    {
        if (Validation is null || (state.Step % Validation.Every != 0 && state.Step != Steps))
        {
            return;
        }

        var value = Validation.Measure(model);
        state.AddValidation(Validation, value, model);
        AddToCurve(curve, state.Step, double.NaN, value);
    }

    private LossCurve StartCurve(TrainingHistory history)
    {
        var curve = Validation is null ? Live.Curve(Title, "training") : Live.Curve(Title, "training", Validation.Name);
        foreach (var point in history.Losses)
        {
            AddToCurve(curve, point.Step, point.Value, double.NaN);
        }

        foreach (var point in history.Validations)
        {
            AddToCurve(curve, point.Step, double.NaN, point.Value);
        }

        return curve;
    }

    private void AddToCurve(LossCurve? curve, long step, double training, double validation)
    {
        if (Validation is not null)
        {
            curve?.Add(step, training, validation);
        }
        else if (double.IsFinite(training))
        {
            curve?.Add(step, training);
        }
    }

    private OperationCanceledException Interrupted(TrainingState state)
    {
        Checkpoint?.Save(model, optimizer, state);
        var next = Checkpoint is null ? "There is no checkpoint: it would begin anew." : "Run the cell again to continue.";
        return new OperationCanceledException(FormattableString.Invariant($"{Title} was interrupted at step {state.Step:N0} of {Steps:N0}. {next}"));
    }
}
