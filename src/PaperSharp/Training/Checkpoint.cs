using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PaperSharp.Training;

/// <summary>
/// A file that holds an unfinished training: model, optimizer, torch's random state on the CPU, and the history. It is
/// replaced in one step, so that whatever ends the program leaves a valid one.
/// </summary>
public sealed class Checkpoint
{
    private const string Begin = "PaperSharp checkpoint 1";
    private const string End = "end of checkpoint";

    private readonly string _path;
    private readonly string _belongsTo;

    /// <summary>Describes a checkpoint; nothing is read or written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="belongsTo">
    /// What the training depends on, such as settings and seed: a checkpoint of another training is not continued.
    /// </param>
    public Checkpoint(string path, string belongsTo)
    {
        _path = path;
        _belongsTo = belongsTo;
    }

    /// <summary>A checkpoint in the folder PAPERS_RUNS, by default <c>runs</c> in the repository, of the session's profile and seed.</summary>
    /// <param name="name">Name of the training, unique in the series, such as "draw-attention".</param>
    /// <param name="settings">The settings record: a training with other settings begins anew.</param>
    public static Checkpoint Named(string name, object? settings = null)
    {
        var profile = Session.Name(Session.Profile);
        var folder = Environment.GetEnvironmentVariable("PAPERS_RUNS") is { Length: > 0 } named
            ? named
            : Path.Combine(Repository.Root ?? Environment.CurrentDirectory, "runs");
        return new Checkpoint(Path.Combine(folder, $"{name}-{profile}.checkpoint"), $"{name}, {profile}, seed {Session.Seed}, {Session.Device}, {settings}");
    }

    internal void Save(nn.Module model, OptimizerHelper optimizer, TrainingState state) =>
        AtomicFile.Write(_path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Begin);
            writer.Write(_belongsTo);
            Write(writer, state);
            using var random = get_rng_state();
            var bytes = random.data<byte>().ToArray();
            writer.Write(bytes.Length);
            writer.Write(bytes);
            if (state.Best is not null)
            {
                nn.Module.save_state_dict(writer, state.Best);
            }

            model.save(writer);
            optimizer.save_state_dict(writer);
            writer.Write(End);
        });

    /// <summary>Puts everything back as it was saved; leaves it alone when there is no checkpoint of this training.</summary>
    internal void Restore(nn.Module model, OptimizerHelper optimizer, TrainingState state)
    {
        if (!File.Exists(_path))
        {
            return;
        }

        try
        {
            using var reader = new BinaryReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Encoding.UTF8);
            if (reader.ReadString() != Begin || reader.ReadString() != _belongsTo)
            {
                Console.WriteLine($"{Path.GetFileName(_path)} is of a training with other settings: beginning anew.");
                return;
            }

            Read(reader, model, optimizer, state);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new TrainingException($"The checkpoint {_path} is damaged or of another model ({e.Message}). Delete it to begin anew.", e);
        }
    }

    internal void Remove()
    {
        if (File.Exists(_path))
        {
            File.Delete(_path);
        }
    }

    private static void Write(BinaryWriter writer, TrainingState state)
    {
        writer.Write(state.Step);
        writer.Write(state.LossSum);
        writer.Write(state.LossCount);
        writer.Write(state.Worse);
        writer.Write(state.Best is not null);
        writer.Write(state.History.StoppedEarly);
        Write(writer, state.History.Losses);
        Write(writer, state.History.Validations);
        Write(writer, state.History.Best is { } best ? [best] : []);
    }

    private static void Write(BinaryWriter writer, ICollection<StepValue> values)
    {
        writer.Write(values.Count);
        foreach (var (step, value) in values)
        {
            writer.Write(step);
            writer.Write(value);
        }
    }

    private static void Read(BinaryReader reader, nn.Module model, OptimizerHelper optimizer, TrainingState state)
    {
        state.Step = reader.ReadInt64();
        var device = model.parameters().FirstOrDefault()?.device ?? CPU;
        state.RestoreLoss(reader.ReadDouble(), reader.ReadInt64(), device);
        state.Worse = reader.ReadInt32();
        var hasBest = reader.ReadBoolean();
        state.History.StoppedEarly = reader.ReadBoolean();
        Read(reader, state.History.Losses);
        Read(reader, state.History.Validations);
        var best = new List<StepValue>();
        Read(reader, best);
        state.History.Best = best.Count > 0 ? best[0] : null;
        var random = reader.ReadBytes(reader.ReadInt32());
        if (hasBest)
        {
            model.load(reader);
            state.KeepAsBest(model);
        }

        model.load(reader);
        optimizer.load_state_dict(reader);
        if (reader.ReadString() != End)
        {
            throw new InvalidDataException("its end is missing");
        }

        using var randomState = tensor(random, dtype: uint8);
        set_rng_state(randomState);
    }

    private static void Read(BinaryReader reader, IList<StepValue> values)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            values.Add(new(reader.ReadInt64(), reader.ReadDouble()));
        }
    }
}
