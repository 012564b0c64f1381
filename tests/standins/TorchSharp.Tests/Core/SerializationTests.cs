using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class SerializationTests
{
    [Fact]
    public void Save_SmallTensor_WritesThePackagesBytes()
    {
        // Float32 is 6; two dimensions; 2 and 3; then 0 … 5 in row-major order, little-endian.
        byte[] expected = [6, 2, 2, 3, 0, 0, 0, 0, 0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 64, 0, 0, 160, 64];
        using var t = arange(6, float32).view(2, 3);
        Assert.Equal(expected, Saved(t));
    }

    [Fact]
    public void Save_LongDimension_IsCodedInSevenBitGroups()
    {
        // Byte is 0; one dimension; 300 = 0b10_0101100 is 0xAC 0x02.
        using var t = zeros(300, uint8);
        Assert.Equal([0, 1, 0xac, 0x02, .. new byte[300]], Saved(t));
    }

    [Fact]
    public void Save_Transposed_WritesRowMajorOrder()
    {
        using var t = arange(6, int64).view(2, 3).t();
        using var loaded = Tensor.Load(new MemoryStream(Saved(t)));
        Assert.Equal(new long[] { 3, 2 }, loaded.shape);
        Assert.Equal(new long[] { 0, 3, 1, 4, 2, 5 }, loaded.data<long>().ToArray());
    }

    public static TheoryData<ScalarType> Types =>
    [
        ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16,
        ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float64, ScalarType.Bool, ScalarType.ComplexFloat64,
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Load_WhatWasSaved_IsEqual(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var t = randint(0, 2, [3, 1, 4]).to(type);
        var path = Path.GetTempFileName();
        try
        {
            t.save(path);
            var loaded = load(path);
            Assert.Equal(type, loaded.dtype);
            Assert.True(loaded.Equals(t));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_IntoAnotherShape_SaysWhatDoesNotFitAndChangesNothing()
    {
        using var t = ones(2, 2);
        using var target = zeros(3);
        using var reader = new BinaryReader(new MemoryStream(Saved(t)));
        var error = Assert.Throws<ArgumentException>(() => target.Load(reader));
        Assert.Contains("Float32 [2, 2]", error.Message, StringComparison.Ordinal);
        Assert.Equal(0f, target.sum().ToSingle());
    }

    [Fact]
    public void Load_Skip_StandsBehindTheTensor()
    {
        using var t = ones(5);
        var stream = new MemoryStream([.. Saved(t), .. Saved(t)]);
        using var reader = new BinaryReader(stream);
        Assert.Null(TensorExtensionMethods.Load(reader, skip: true));
        Assert.Equal(stream.Length / 2, stream.Position);
    }

    [Fact]
    public void Load_HalfAFile_Throws()
    {
        using var t = ones(5);
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream(Saved(t)[..10])));
        Assert.Throws<FormatException>(() => Tensor.Load(new MemoryStream([99, 1, 1, 0])));
    }

    private static byte[] Saved(Tensor tensor)
    {
        var stream = new MemoryStream();
        tensor.Save(stream);
        return stream.ToArray();
    }
}
