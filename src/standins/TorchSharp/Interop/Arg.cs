using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>What an argument or result is; the native layer's <c>Tag</c>.</summary>
internal enum Tag
{
    Default,
    None,
    Tensor,
    Int,
    Double,
    Bool,
    Complex,
    IntList,
    DoubleList,
    TensorList,
    String,
    Device,
    Generator,
}

/// <summary>An argument or result as it crosses the border.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    internal Tag Tag;
    internal int Count;
    internal long Bits;
    internal long Bytes;
}

/// <summary>
/// One argument of an operator, held on the caller's stack. The implicit conversions are what lets
/// <c>Ops.addmm.Call(input, mat1, mat2, beta, alpha)</c> be written like any call.
/// </summary>
internal readonly struct Arg
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly Tag Tag;

    private Arg(Tag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    private Arg(Tag tag, object reference)
    {
        Tag = tag;
        Reference = reference;
    }

    /// <summary>The schema's default, where a later argument is given.</summary>
    internal static Arg Default => default;

    internal static Arg None => new(Tag.None, 0L);

    public static implicit operator Arg(Tensor? value) => value is null ? None : new(Tag.Tensor, value);

    public static implicit operator Arg(int value) => new(Tag.Int, value);

    public static implicit operator Arg(long value) => new(Tag.Int, value);

    public static implicit operator Arg(int? value) => value is { } given ? given : None;

    public static implicit operator Arg(long? value) => value is { } given ? given : None;

    public static implicit operator Arg(float value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double? value) => value is { } given ? given : None;

    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1L : 0L);

    public static implicit operator Arg(bool? value) => value is { } given ? given : None;

    public static implicit operator Arg(ScalarType value) => new(Tag.Int, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is { } given ? given : None;

    public static implicit operator Arg(Scalar? value) => value switch
    {
        null => None,
        { IsComplex: true } => new(Tag.Complex, value),
        _ => new(value.Tag, value.Bits),
    };

    public static implicit operator Arg(long[]? value) => value is null ? None : new(Tag.IntList, value);

    public static implicit operator Arg(ReadOnlySpan<long> value) => new(Tag.IntList, value.ToArray());

    public static implicit operator Arg(double[]? value) => value is null ? None : new(Tag.DoubleList, value);

    public static implicit operator Arg(Tensor?[] value) => new(Tag.TensorList, value);

    public static implicit operator Arg(ReadOnlySpan<Tensor> value) => new(Tag.TensorList, value.ToArray());

    public static implicit operator Arg(string? value) => value is null ? None : new(Tag.String, System.Text.Encoding.UTF8.GetBytes(value));

    public static implicit operator Arg(Device? value) => value is null ? None : new(Tag.Device, value.Packed);

    public static implicit operator Arg(Generator? value) => value is null ? None : new(Tag.Generator, value);

    internal static Arg List(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? tensors.ToArray();

    /// <summary>How many eight-byte words beside the value itself this argument needs for the call.</summary>
    internal int Words => Tag switch
    {
        Tag.Complex => 2,
        Tag.IntList or Tag.DoubleList or Tag.TensorList => ((Array)Reference!).Length,
        Tag.String => (((byte[])Reference!).Length + 7) / 8,
        _ => 0,
    };

    /// <summary>Writes the argument for the native layer; lists go to <paramref name="words"/>, of which the rest is returned.</summary>
    internal unsafe long* Write(Value* value, long* words)
    {
        value->Tag = Tag;
        value->Count = 0;
        value->Bits = Bits;
        switch (Tag)
        {
            case Tag.Tensor:
                value->Bits = ((Tensor)Reference!).Handle;
                return words;
            case Tag.Generator:
                value->Bits = ((Generator)Reference!).Handle;
                return words;
            case Tag.Complex:
                var z = ((Scalar)Reference!).Complex;
                *(Complex*)words = z;
                break;
            case Tag.IntList:
                var integers = (long[])Reference!;
                integers.CopyTo(new Span<long>(words, integers.Length));
                value->Count = integers.Length;
                break;
            case Tag.DoubleList:
                var reals = (double[])Reference!;
                reals.CopyTo(new Span<double>(words, reals.Length));
                value->Count = reals.Length;
                break;
            case Tag.TensorList:
                var tensors = (Tensor?[])Reference!;
                for (var i = 0; i < tensors.Length; i++) words[i] = tensors[i]?.Handle ?? 0;
                value->Count = tensors.Length;
                break;
            case Tag.String:
                var text = (byte[])Reference!;
                text.CopyTo(new Span<byte>(words, text.Length));
                value->Count = text.Length;
                break;
            default:
                return words;
        }

        value->Bits = (long)words;
        return words + Words;
    }
}
