using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements of one tensor as text.</summary>
internal sealed class ElementText
{
    private readonly Func<long, string> _text;
    private readonly long[] _shape;

    internal ElementText(Tensor tensor, string format, CultureInfo culture, bool literal)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var here = tensor.detach().cpu().resolve_conj().resolve_neg().contiguous();
        _shape = here.shape;
        Func<float, string> single = literal ? x => x.ToString(format, culture) + "f" : x => x.ToString(format, culture);
        _text = here.dtype switch
        {
            ScalarType.Byte => Of<byte>(here, x => x.ToString(culture)),
            ScalarType.Int8 => Of<sbyte>(here, x => x.ToString(culture)),
            ScalarType.Int16 => Of<short>(here, x => x.ToString(culture)),
            ScalarType.Int32 => Of<int>(here, x => x.ToString(culture)),
            ScalarType.Int64 => Of<long>(here, x => x.ToString(culture)),
            ScalarType.Float16 => Of<Half>(here, x => single((float)x)),
            ScalarType.BFloat16 => Of<BFloat16>(here, x => single(x.ToSingle())),
            ScalarType.Float32 => Of<float>(here, single),
            ScalarType.Float64 => Of<double>(here, x => x.ToString(format, culture)),
            ScalarType.ComplexFloat32 => Of<(float, float)>(here, z => Complex(z.Item1, z.Item2, format, culture)),
            ScalarType.ComplexFloat64 => Of<Complex>(here, z => Complex(z.Real, z.Imaginary, format, culture)),
            ScalarType.Bool => Of<bool>(here, x => literal ? (x ? "true" : "false") : x.ToString()),
            _ => throw new NotSupportedException($"Tensors of {here.dtype} cannot be printed element by element."),
        };
    }

    /// <summary>The element at a position.</summary>
    internal string At(ReadOnlySpan<long> position)
    {
        long index = 0;
        for (var axis = 0; axis < position.Length; axis++) index = (index * _shape[axis]) + position[axis];
        return _text(index);
    }

    private static Func<long, string> Of<T>(Tensor tensor, Func<T, string> text)
        where T : unmanaged
    {
        var values = tensor.data<T>().ToArray();
        return index => text(values[index]);
    }

    private static string Complex<T>(T real, T imaginary, string format, CultureInfo culture)
        where T : INumber<T>
    {
        if (T.IsZero(imaginary)) return real.ToString(format, culture);
        var second = imaginary.ToString(format, culture) + "i";
        if (T.IsZero(real)) return second;
        return real.ToString(format, culture) + (T.IsNegative(imaginary) ? string.Empty : "+") + second;
    }
}
