using System.Text;
using System.Text.Json.Nodes;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter.Tests;

public sealed class MessageCodecTests
{
    private readonly MessageCodec _codec = new(Encoding.UTF8.GetBytes("a key"));

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        var frames = _codec.Encode("test_request", new JsonObject { ["text"] = "é \"x\"" }, new JsonObject { ["msg_id"] = "parent" }, [[1, 2]]);
        var message = _codec.Decode(frames, out var problem);
        Assert.Null(problem);
        Assert.Equal("test_request", message!.Type);
        Assert.Equal("é \"x\"", (string?)message.Content["text"]);
        Assert.Equal("parent", (string?)message.ParentHeader["msg_id"]);
        Assert.Equal([1, 2], Assert.Single(message.Identities));
    }

    [Fact]
    public void Decode_TheSameMessageAgain_IsDropped()
    {
        var frames = _codec.Encode("t", [], null, []);
        Assert.NotNull(_codec.Decode(frames, out _));
        Assert.Null(_codec.Decode(frames, out var problem));
        Assert.Contains("sent before", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_Signature_IsTheHmacOfTheFourParts()
    {
        var frames = _codec.Encode("t", [], null, []);
        byte[] parts = [.. frames.Skip(2).SelectMany(f => f)];
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes("a key"), parts));
        Assert.Equal(expected, Encoding.ASCII.GetString(frames[1]));
    }

    [Fact]
    public void Decode_AnyPartChanged_IsDropped()
    {
        for (var part = 1; part < 6; part++)
        {
            var frames = _codec.Encode("t", [], null, []);
            frames[part] = [.. frames[part], (byte)' '];
            Assert.Null(_codec.Decode(frames, out var problem));
            Assert.Contains("wrong signature", problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_RandomFrames_NeverThrows()
    {
        var random = new Random(1);
        var open = new MessageCodec([]);
        for (var i = 0; i < 2000; i++)
        {
            var frames = open.Encode("t", new JsonObject { ["a"] = 1 }, null, []);
            var victim = random.Next(frames.Count);
            frames[victim] = new byte[random.Next(20)];
            random.NextBytes(frames[victim]);
            frames.RemoveRange(0, random.Next(2));
            _ = open.Decode(frames, out _);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("{\"signature_scheme\":\"none\"}")]
    [InlineData("{\"ip\":\"0.0.0.0\",\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"iopub_port\":4,\"hb_port\":5}")]
    public void ConnectionFile_ThatIsNone_SaysSo(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => ConnectionFile.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
