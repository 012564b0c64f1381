using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperSharp.Plotting.Browser;

/// <summary>The Chrome DevTools protocol over pipes: JSON messages, each ended by a zero byte. One request at a time.</summary>
internal sealed class DevTools(BrowserProcess browser) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _pending = new();
    private readonly byte[] _chunk = new byte[1 << 16];
    private int _lastId;
    private int _read;

    /// <summary>Sends a command and waits for its result; events in between are passed over.</summary>
    /// <exception cref="BrowserException">The browser ended, did not answer in time, or says that it cannot.</exception>
    public async Task<JsonNode> SendAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        try
        {
            await browser.ToBrowser.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancellation);
            await browser.ToBrowser.WriteAsync(new byte[1], cancellation);
            await browser.ToBrowser.FlushAsync(cancellation);
            while (true)
            {
                var answer = JsonNode.Parse(await ReceiveAsync(cancellation))!;
                if ((int?)answer["id"] == id)
                {
                    return answer["error"] is { } error
                        ? throw new BrowserException($"the browser refused {method}: {error["message"]}")
                        : answer["result"]!;
                }
            }
        }
        catch (IOException error)
        {
            throw new BrowserException("the browser ended", error);
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task<byte[]> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = _pending.WrittenSpan[_read..].IndexOf((byte)0);
            if (end >= 0)
            {
                var message = _pending.WrittenSpan.Slice(_read, end).ToArray();
                _read += end + 1;
                if (_read == _pending.WrittenCount)
                {
                    _pending.ResetWrittenCount();
                    _read = 0;
                }

                return message;
            }

            var count = await browser.FromBrowser.ReadAsync(_chunk, cancellation);
            if (count == 0)
            {
                throw new BrowserException("the browser ended");
            }

            _pending.Write(_chunk.AsSpan(0, count));
        }
    }
}
