using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    protected readonly Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies the state of another optimizer's parameter.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Sets the state to what it is before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = null;
        if (reader.ReadBoolean())
        {
            result = TensorExtensionMethods.Load(reader)!.DetachFromDisposeScope();
            Move(ref result, device);
        }
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    internal static void Move(ref Tensor? tensor, Device device)
    {
        if (tensor is not null && !nn.Module.LiesOn(tensor, device))
        {
            Replace(ref tensor, tensor.to(device));
        }
    }

    /// <summary>Puts a copy of <paramref name="source"/> on the parameter's device in the place of <paramref name="target"/>.</summary>
    private protected void Copy(ref Tensor? target, Tensor? source) =>
        Replace(ref target, source?.to(_parameter.device, copy: true));

    internal static void Replace(ref Tensor? target, Tensor? replacement)
    {
        target?.Dispose();
        target = replacement?.DetachFromDisposeScope();
    }

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null || right is null ? left is null && right is null : left.allclose(right);
}
