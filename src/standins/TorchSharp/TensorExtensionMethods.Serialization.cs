using System.Text;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>
    /// Writes the tensor in TorchSharp's format: element type, number of dimensions and sizes, each in LEB128, then the
    /// elements in row-major order.
    /// </summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads what <see cref="Save(Tensor, BinaryWriter)"/> wrote into a tensor of the same type and shape.</summary>
    /// <param name="tensor">Receives the elements.</param>
    /// <param name="reader">Stands where the tensor begins.</param>
    /// <param name="skip">Read past the tensor and leave this one as it is.</param>
    /// <exception cref="ArgumentException">Type or shape differ; nothing was changed.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return;
        }

        if (type != tensor.dtype || !shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"The file has a tensor of {type} [{string.Join(", ", shape)}], which does not fit {tensor.dtype} " +
                $"[{string.Join(", ", tensor.shape)}]: load it into the model it was saved from.",
                nameof(tensor));
        }

        tensor.ReadBytesFromStream(reader.BaseStream);
    }

    /// <summary>Reads a tensor; null when it is only to be skipped.</summary>
    public static Tensor? Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor;
    }

    /// <summary>Reads into the tensor, or into a new one when there is none.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is not null)
        {
            tensor.Load(reader, skip);
            return;
        }

        var (type, shape) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return;
        }

        var loaded = empty(shape, type, CPU);
        loaded.ReadBytesFromStream(reader.BaseStream);
        tensor = loaded;
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        if (!Enum.IsDefined(type)) throw new FormatException("The file does not begin with a tensor in TorchSharp's format.");
        var shape = new long[checked((int)reader.Decode())];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Decode();
        return (type, shape);
    }

    private static void Skip(BinaryReader reader, ScalarType type, long[] shape)
    {
        var buffer = new byte[1 << 16];
        for (var left = shape.TotalSize() * type.ElementSize(); left > 0;)
        {
            var count = (int)Math.Min(left, buffer.Length);
            reader.BaseStream.ReadExactly(buffer, 0, count);
            left -= count;
        }
    }
}
