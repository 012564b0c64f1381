namespace TorchSharp.Utils;

/// <summary>
/// Unsigned LEB128: seven bits a byte, least significant first, the high bit set on all but the last byte.
/// The package's files store every count, shape and element type this way.
/// </summary>
internal static class LEB128Codec
{
    public static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    public static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();
}
