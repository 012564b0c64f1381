using System.IO.Compression;
using PaperSharp.Data;

namespace PaperSharp.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TwoByThree_HasShapeAndValues()
    {
        var file = IdxFile.Read(Gzip([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 10, 20, 30, 40, 50, 255]));

        Assert.Equal([2, 3], file.Shape);
        Assert.Equal([10, 20, 30, 40, 50, 255], file.Values);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 1 }, "begins with 00000D01")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 4, 1, 2 }, "end")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "more after the 1 elements")]
    [InlineData(new byte[] { 0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255 }, "more than an array holds")]
    public void Read_NotSuchAFile_NamesFileAndReason(byte[] content, string reason)
    {
        var path = Gzip(content);

        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));

        Assert.Contains(path, error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void Read_NotGzip_NamesFile()
    {
        var path = _folder["plain"];
        File.WriteAllBytes(path, [0, 0, 8, 1, 0, 0, 0, 1, 1]);

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => IdxFile.Read(path)).Message);
    }

    private string Gzip(byte[] content)
    {
        var path = _folder["test.gz"];
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(content);
        return path;
    }
}
