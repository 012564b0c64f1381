using PaperSharp.Benchmarks.Models;

namespace PaperSharp.Benchmarks;

/// <summary>
/// A benchmark: its name, its Python twin, the ratio C#/Python to reach, how many times one step does what is timed, and
/// what makes the step.
/// </summary>
internal sealed record Model(string Name, string Python, double Bar, int Operations, Func<Action> Prepare);

internal static class Catalogue
{
    public static IReadOnlyList<Model> Models { get; } =
    [
        new("small-op", "small_op.py", 1.05, SmallOp.Operations, () => SmallOp.Prepare(recorded: false)),
        new("small-op-grad", "small_op_grad.py", 1.05, SmallOp.Operations, () => SmallOp.Prepare(recorded: true)),
        new("mlp", "mlp.py", 0.75, 1, Mlp.Prepare),
        new("cnn", "cnn.py", 0.85, 1, Cnn.Prepare),
        new("lstm", "lstm.py", 0.95, 1, Lstm.Prepare),
        new("draw", "draw.py", 0.8, 1, Draw.Prepare),
    ];

    public static Model? Find(string name) => Models.FirstOrDefault(model => model.Name == name);
}
