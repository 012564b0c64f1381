using System.Buffers.Binary;
using System.IO.Compression;

namespace PaperSharp.Plotting;

/// <summary>Writes PNG files of 8 bits a channel (ISO/IEC 15948).</summary>
public static class Png
{
    internal static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Encodes an image.</summary>
    /// <param name="pixels">Rows from the top, pixels from the left, <paramref name="channels"/> bytes each.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <exception cref="ArgumentException">The sizes do not belong together.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        if (width < 1 || height < 1 || channels is not (1 or 3) || pixels.Length != width * height * channels)
        {
            throw new ArgumentException(
                $"{pixels.Length} bytes are not an image of {width} × {height} pixels with {channels} channels (1 or 3).", nameof(pixels));
        }

        return Write(width, height, channels == 1 ? (byte)0 : (byte)2, [], Compress(pixels, width * channels, channels, filters: true));
    }

    /// <summary>Encodes an image of at most 256 colours.</summary>
    /// <param name="indices">Rows from the top, pixels from the left, one byte each: the number of its colour.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="palette">The colours: red, green, blue, red, …</param>
    /// <exception cref="ArgumentException">The sizes do not belong together, or a pixel has a colour that is not there.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> indices, int width, int height, ReadOnlySpan<byte> palette)
    {
        if (width < 1 || height < 1 || indices.Length != width * height || palette.Length is 0 or > 768 || palette.Length % 3 != 0
            || indices.ContainsAnyExceptInRange((byte)0, (byte)((palette.Length / 3) - 1)))
        {
            throw new ArgumentException(
                $"{indices.Length} bytes are not an image of {width} × {height} pixels with the {palette.Length / 3.0:0.#} colours of the palette.", nameof(indices));
        }

        // Numbers of colours have no neighbourhood that a filter could use.
        return Write(width, height, 3, palette, Compress(indices, width, 1, filters: false));
    }

    private static byte[] Write(int width, int height, byte colourType, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> data)
    {
        using var file = new MemoryStream();
        file.Write(Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = colourType;
        WriteChunk(file, "IHDR"u8, header);
        if (palette.Length > 0)
        {
            WriteChunk(file, "PLTE"u8, palette);
        }

        WriteChunk(file, "IDAT"u8, data);
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels, int stride, int channels, bool filters)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var above = new byte[stride];
            Span<byte[]> filtered = [new byte[stride], new byte[stride], new byte[stride]];
            for (var start = 0; start < pixels.Length; start += stride)
            {
                var row = pixels.Slice(start, stride);
                for (var i = 0; i < stride; i++)
                {
                    filtered[0][i] = row[i];
                    filtered[1][i] = (byte)(row[i] - (i < channels ? 0 : row[i - channels]));
                    filtered[2][i] = (byte)(row[i] - above[i]);
                }

                // None, Sub or Up: the one with the smallest sum of absolute differences compresses best as a rule.
                var best = 0;
                for (var filter = 1; filters && filter < filtered.Length; filter++)
                {
                    best = Sum(filtered[filter]) < Sum(filtered[best]) ? filter : best;
                }

                zlib.WriteByte((byte)best);
                zlib.Write(filtered[best]);
                row.CopyTo(above);
            }
        }

        return data.ToArray();
    }

    private static int Sum(byte[] differences)
    {
        var sum = 0;
        foreach (var difference in differences)
        {
            sum += Math.Abs((int)(sbyte)difference);
        }

        return sum;
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    /// <summary>The CRC of a chunk's type and content.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> data) => ~Crc(uint.MaxValue, data);

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }

        return c;
    })];
}
