using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter.Protocol;

/// <summary>
/// Messages to and from frames: identities, <c>&lt;IDS|MSG&gt;</c>, HMAC-SHA256 of the four parts that follow,
/// header, parent header, metadata, content.
/// </summary>
internal sealed class MessageCodec(byte[] key)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many signatures are remembered; a message that comes again meanwhile is not answered again.</summary>
    private const int Remembered = 1 << 16;

    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _seenInOrder = new();

    /// <summary>Decodes a message that was received, or says why it must be dropped.</summary>
    public JupyterMessage? Decode(List<byte[]> frames, out string? problem)
    {
        problem = null;
        var delimiter = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (delimiter < 0 || frames.Count < delimiter + 6)
        {
            problem = "a message without its parts";
            return null;
        }

        var parts = frames.GetRange(delimiter + 2, 4);
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(Sign(parts), frames[delimiter + 1]))
        {
            problem = "a message with a wrong signature";
            return null;
        }

        if (key.Length > 0 && !Remember(Encoding.ASCII.GetString(frames[delimiter + 1])))
        {
            problem = "a message that was sent before";
            return null;
        }

        try
        {
            var objects = parts.Select(part => JsonNode.Parse(part) as JsonObject ?? []).ToList();
            _ = (string?)objects[0]["msg_type"] ?? throw new JsonException("the header has no msg_type");
            return new JupyterMessage(frames.GetRange(0, delimiter), objects[0], objects[1], objects[2], objects[3]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = $"a malformed message ({exception.Message})";
            return null;
        }
    }

    public List<byte[]> Encode(string type, JsonObject content, JsonObject? parentHeader, IEnumerable<byte[]> identities)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        List<byte[]> parts = [Bytes(header), Bytes(parentHeader ?? []), Bytes([]), Bytes(content)];
        return [.. identities, Delimiter, key.Length > 0 ? Sign(parts) : [], .. parts];
    }

    private static byte[] Bytes(JsonObject json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            json.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private bool Remember(string signature)
    {
        if (!_seen.Add(signature))
        {
            return false;
        }

        _seenInOrder.Enqueue(signature);
        if (_seenInOrder.Count > Remembered)
        {
            _seen.Remove(_seenInOrder.Dequeue());
        }

        return true;
    }

    private byte[] Sign(List<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
