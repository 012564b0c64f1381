using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What Adam's and AdamW's options and states do with their fields. The two have types of their own with the same fields,
/// as in the package, and so nothing to inherit this from.
/// </summary>
internal static class AdamFields
{
    /// <exception cref="ArgumentException">A hyper-parameter is out of its range.</exception>
    public static void RequireValid(double lr, double beta1, double beta2, double eps, double weight_decay)
    {
        OptimizerHelper.RequireNonNegative(lr, "learning rate");
        OptimizerHelper.RequireNonNegative(eps, "ε");
        OptimizerHelper.RequireNonNegative(weight_decay, "weight_decay value");
        RequireBeta(beta1, nameof(beta1));
        RequireBeta(beta2, nameof(beta2));
    }

    public static void Save(BinaryWriter writer, double? beta1, double? beta2, double? eps, double? weightDecay, bool? amsgrad, bool? maximize)
    {
        writer.Write(beta1!.Value);
        writer.Write(beta2!.Value);
        writer.Write(eps!.Value);
        writer.Write(weightDecay!.Value);
        writer.Write(amsgrad!.Value);
        writer.Write(maximize!.Value);
    }

    public static (double, double, double, double, bool, bool) Load(BinaryReader reader) =>
        (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean());

    public static void Initialize(Parameter parameter, bool? amsgrad, ref Tensor average, ref Tensor square, ref Tensor? largest)
    {
        OptimizerState.Replace(ref average!, zeros_like(parameter));
        OptimizerState.Replace(ref square!, zeros_like(parameter));
        OptimizerState.Replace(ref largest, amsgrad == true ? zeros_like(parameter) : null);
    }

    public static void Move(Device device, ref Tensor average, ref Tensor square, ref Tensor? largest)
    {
        OptimizerState.Move(ref average!, device);
        OptimizerState.Move(ref square!, device);
        OptimizerState.Move(ref largest, device);
    }

    private static void RequireBeta(double beta, string name)
    {
        if (beta is not (>= 0 and < 1))
        {
            throw new ArgumentException($"Invalid {name}: {beta}");
        }
    }
}
