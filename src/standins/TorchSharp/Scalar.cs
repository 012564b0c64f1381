using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of one of the types that libtorch knows, as an argument beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(torch.ScalarType type, Tag tag, long bits)
    {
        Type = type;
        Tag = tag;
        Bits = bits;
    }

    internal Scalar(Tag tag, long bits)
        : this(tag switch { Tag.Int => torch.ScalarType.Int64, Tag.Bool => torch.ScalarType.Bool, _ => torch.ScalarType.Float64 }, tag, bits)
    {
    }

    private Scalar(torch.ScalarType type, Complex value)
    {
        Type = type;
        Tag = Tag.Complex;
        Complex = value;
    }

    public torch.ScalarType Type { get; }

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

    public static implicit operator Scalar(byte value) => new(torch.ScalarType.Byte, Tag.Int, value);

    public static implicit operator Scalar(sbyte value) => new(torch.ScalarType.Int8, Tag.Int, value);

    public static implicit operator Scalar(short value) => new(torch.ScalarType.Int16, Tag.Int, value);

    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int32, Tag.Int, value);

    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, Tag.Int, value);

    public static implicit operator Scalar(Half value) => FromReal(torch.ScalarType.Float16, (double)value);

    public static implicit operator Scalar(BFloat16 value) => FromReal(torch.ScalarType.BFloat16, value.ToSingle());

    public static implicit operator Scalar(float value) => FromReal(torch.ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => FromReal(torch.ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, Tag.Bool, value ? 1 : 0);

    public static implicit operator Scalar((float, float) value) =>
        new(torch.ScalarType.ComplexFloat32, new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) => new(torch.ScalarType.ComplexFloat64, value);

    /// <summary>Nothing to release: the number is held in the object.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private static Scalar FromReal(torch.ScalarType type, double value) => new(type, Tag.Double, BitConverter.DoubleToInt64Bits(value));
}
