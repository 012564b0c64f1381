using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

/// <remarks>
/// The format: element type, number of dimensions and each dimension as LEB128, then the elements as they lie in
/// memory, row by row, little-endian.
/// </remarks>
public static partial class TensorExtensionMethods
{
    private const string OriginHint = "Make sure that the model you are loading into is exactly the same as the origin.";

    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        var contiguous = tensor.detach().cpu().contiguous();

        writer.Encode((long)contiguous.dtype);
        var shape = contiguous.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape)
        {
            writer.Encode(size);
        }

        writer.Flush();
        using var memory = Memory(contiguous, FileAccess.Read);
        memory.CopyTo(writer.BaseStream);
    }

    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    public static void Save(this torch.Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <exception cref="ArgumentException">The file holds another element type or another shape.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (dtype, shape) = ReadHeader(reader);
        if (dtype != tensor.dtype)
        {
            throw new ArgumentException($"Mismatched tensor data types while loading. {OriginHint}");
        }

        if (!skip && !shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException($"Mismatched tensor shape while loading. {OriginHint}");
        }

        using var loaded = ReadElements(reader, dtype, shape);
        if (!skip)
        {
            using var noGrad = torch.no_grad();
            tensor.copy_(loaded);
        }
    }

    public static torch.Tensor? Load(BinaryReader reader, bool skip = false)
    {
        var (dtype, shape) = ReadHeader(reader);
        var loaded = ReadElements(reader, dtype, shape);
        if (skip)
        {
            loaded.Dispose();
            return null;
        }

        return loaded;
    }

    public static void Load(ref torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (Load(reader, skip) is { } loaded)
        {
            tensor?.Dispose();
            tensor = loaded;
        }
    }

    private static (torch.ScalarType, long[]) ReadHeader(BinaryReader reader)
    {
        var dtype = (torch.ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.Decode();
        }

        return (dtype, shape);
    }

    private static torch.Tensor ReadElements(BinaryReader reader, torch.ScalarType dtype, long[] shape)
    {
        var elements = torch.empty(shape, dtype, torch.CPU);
        using var memory = Memory(elements, FileAccess.Write);
        var buffer = new byte[Math.Min(memory.Length, 1 << 20)];
        while (memory.Position < memory.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, memory.Length - memory.Position));
            reader.BaseStream.ReadExactly(part);
            memory.Write(part);
        }

        return elements;
    }

    private static unsafe UnmanagedMemoryStream Memory(torch.Tensor tensor, FileAccess access)
    {
        var length = tensor.numel() * tensor.dtype.ElementSize();
        return new UnmanagedMemoryStream((byte*)Native.ts_tensor_data(tensor.Handle), length, length, access);
    }
}
