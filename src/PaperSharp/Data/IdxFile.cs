using System.Buffers.Binary;
using System.IO.Compression;

namespace PaperSharp.Data;

/// <summary>A file of unsigned bytes in the IDX format of MNIST, compressed with gzip.</summary>
/// <param name="Shape">Size of each dimension, outermost first.</param>
/// <param name="Values">The elements in row-major order.</param>
/// <remarks>
/// Format: two zero bytes, the element type (8 for unsigned byte), the number of dimensions, each dimension as a
/// big-endian 32-bit number, then the elements (http://yann.lecun.com/exdb/mnist/).
/// </remarks>
public sealed record IdxFile(long[] Shape, byte[] Values)
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file or ends too early.</exception>
    public static IdxFile Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            return Read(stream);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path} is not a gzip-compressed IDX file of bytes: {e.Message}", e);
        }
    }

    private static IdxFile Read(Stream stream)
    {
        Span<byte> number = stackalloc byte[4];
        stream.ReadExactly(number);
        if (number[0] != 0 || number[1] != 0 || number[2] != UnsignedByte || number[3] == 0)
        {
            throw new InvalidDataException($"it begins with {Convert.ToHexString(number)}, not with 000008 and a number of dimensions.");
        }

        var shape = new long[number[3]];
        long count = 1;
        for (var i = 0; i < shape.Length; i++)
        {
            stream.ReadExactly(number);
            shape[i] = BinaryPrimitives.ReadUInt32BigEndian(number);
            count *= shape[i];
            if (count > Array.MaxLength)
            {
                throw new InvalidDataException($"it announces {count} elements or more, more than an array holds.");
            }
        }

        var values = GC.AllocateUninitializedArray<byte>((int)count);
        stream.ReadExactly(values);
        return stream.ReadByte() < 0
            ? new IdxFile(shape, values)
            : throw new InvalidDataException($"there is more after the {count} elements that it announces.");
    }
}
