using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PaperSharp.Tests.Plotting;

/// <summary>Reads PNG files of 8 bits a channel, written from the specification and knowing nothing of the writer.</summary>
internal sealed class PngReader
{
    private readonly byte[] _palette;

    private PngReader(int width, int height, int channels, byte[] pixels, byte[] palette) =>
        (Width, Height, Channels, Pixels, _palette) = (width, height, channels, pixels, palette);

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public byte[] Pixels { get; }

    /// <summary>How many colours occur.</summary>
    public int CountColours() => (from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select At(x, y)).Distinct().Count();

    /// <summary>The colour of a pixel as red, green, blue.</summary>
    public (byte R, byte G, byte B) At(int x, int y)
    {
        var i = ((y * Width) + x) * Channels;
        return _palette.Length > 0 ? (_palette[3 * Pixels[i]], _palette[(3 * Pixels[i]) + 1], _palette[(3 * Pixels[i]) + 2]) : Channels == 1 ? (Pixels[i], Pixels[i], Pixels[i]) : (Pixels[i], Pixels[i + 1], Pixels[i + 2]);
    }

    public static PngReader Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var (width, height, channels) = (0, 0, 0);
        byte[] palette = [];
        using var data = new MemoryStream();
        var at = 8;
        for (var type = ""; type != "IEND";)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            type = Encoding.ASCII.GetString(file, at + 4, 4);
            var body = file.AsSpan(at + 8, length);
            Assert.Equal(Crc32(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            if (type == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                channels = body[9] switch { 0 or 3 => 1, 2 => 3, var other => throw new InvalidDataException($"colour type {other}") };
                Assert.Equal([8, body[9], 0, 0, 0], body[8..13].ToArray());
            }
            else if (type == "PLTE")
            {
                palette = body.ToArray();
            }
            else if (type == "IDAT")
            {
                data.Write(body);
            }

            at += length + 12;
        }

        Assert.Equal(file.Length, at);
        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        return new PngReader(width, height, channels, Unfilter(inflated, width * channels, height, channels), palette);
    }

    private static byte[] Unfilter(Stream rows, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            rows.ReadExactly(row);
            for (var i = 0; i < stride; i++)
            {
                var left = i < channels ? 0 : row[i - channels];
                var above = y == 0 ? 0 : pixels[((y - 1) * stride) + i];
                row[i] += filter switch
                {
                    0 => 0,
                    1 => (byte)left,
                    2 => (byte)above,
                    3 => (byte)((left + above) / 2),
                    _ => throw new InvalidDataException($"filter {filter}"),
                };
            }
        }

        Assert.Equal(-1, rows.ReadByte());
        return pixels;
    }

    // Bit by bit, ISO 3309.
    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
