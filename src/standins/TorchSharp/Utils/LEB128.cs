namespace TorchSharp.Utils;

/// <summary>Non-negative integers in as few bytes as they need, seven bits a byte, lowest first.</summary>
internal static class LEB128
{
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    /// <exception cref="FormatException">The bytes are no such integer.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        var value = reader.Read7BitEncodedInt64();
        return value >= 0 ? value : throw new FormatException("A count in the file is negative: it was not written by TorchSharp, or is damaged.");
    }
}
