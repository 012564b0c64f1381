using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of one of the types that libtorch knows, as an argument beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Tag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    private Scalar(Complex value)
    {
        Tag = Tag.Complex;
        Complex = value;
    }

    /// <summary>The widest type of its kind: a scalar keeps no other.</summary>
    public torch.ScalarType Type => Tag switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Bool => torch.ScalarType.Bool,
        Tag.Complex => torch.ScalarType.ComplexFloat64,
        _ => torch.ScalarType.Float64,
    };

    internal Tag Tag { get; }

    internal long Bits { get; }

    internal bool IsComplex => Tag == Tag.Complex;

    /// <summary>The value of a complex scalar.</summary>
    internal Complex Complex { get; }

    internal double Real => Tag switch
    {
        Tag.Double => BitConverter.Int64BitsToDouble(Bits),
        Tag.Complex => Complex.Real,
        _ => Bits,
    };

    internal long Integer => Tag is Tag.Int or Tag.Bool ? Bits : (long)Real;

    public static implicit operator Scalar(byte value) => new(Tag.Int, value);

    public static implicit operator Scalar(sbyte value) => new(Tag.Int, value);

    public static implicit operator Scalar(short value) => new(Tag.Int, value);

    public static implicit operator Scalar(int value) => new(Tag.Int, value);

    public static implicit operator Scalar(long value) => new(Tag.Int, value);

    public static implicit operator Scalar(Half value) => FromReal((double)value);

    public static implicit operator Scalar(BFloat16 value) => FromReal(value.ToSingle());

    public static implicit operator Scalar(float value) => FromReal(value);

    public static implicit operator Scalar(double value) => FromReal(value);

    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Scalar((float, float) value) => new(new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) => new(value);

    /// <summary>Nothing to release: the number is held in the object.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private static Scalar FromReal(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
}
