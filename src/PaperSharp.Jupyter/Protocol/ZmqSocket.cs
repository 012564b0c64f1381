namespace PaperSharp.Jupyter.Protocol;

/// <summary>A ZeroMQ socket; it belongs to one thread at a time.</summary>
internal sealed unsafe class ZmqSocket : IDisposable
{
    public ZmqSocket(nint context, int type)
    {
        Handle = LibZmq.Socket(context, type);
        Check(Handle != 0, "open a socket");
        SetOption(LibZmq.Linger, 500);
    }

    public nint Handle { get; private set; }

    public void SetOption(int option, int value) =>
        Check(LibZmq.SetOption(Handle, option, in value, sizeof(int)) == 0, "set a socket option");

    public void Bind(string endpoint) => Check(LibZmq.Bind(Handle, endpoint) == 0, $"listen on {endpoint}");

    public void Connect(string endpoint) => Check(LibZmq.Connect(Handle, endpoint) == 0, $"connect to {endpoint}");

    public void Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var flags = i < frames.Count - 1 ? LibZmq.SendMore : 0;
            fixed (byte* data = frames[i])
            {
                // A peer that has gone away is no reason to stop: ROUTER and PUB drop such messages.
                _ = LibZmq.Send(Handle, data, (nuint)frames[i].Length, flags);
            }
        }
    }

    /// <summary>The next message, or null when none is waiting.</summary>
    public List<byte[]>? TryReceive()
    {
        List<byte[]>? frames = null;
        do
        {
            LibZmq.Message message;
            _ = LibZmq.InitMessage(&message);
            if (LibZmq.ReceiveMessage(&message, Handle, LibZmq.DontWait) < 0)
            {
                _ = LibZmq.CloseMessage(&message);
                return null;
            }

            (frames ??= []).Add(new ReadOnlySpan<byte>(LibZmq.MessageData(&message), (int)LibZmq.MessageSize(&message)).ToArray());
            _ = LibZmq.CloseMessage(&message);
        }
        while (HasMore());

        return frames;
    }

    public void Dispose()
    {
        if (Handle != 0)
        {
            _ = LibZmq.Close(Handle);
            Handle = 0;
        }
    }

    private static void Check(bool succeeded, string what)
    {
        if (!succeeded)
        {
            throw new InvalidOperationException($"ZeroMQ could not {what}: {LibZmq.LastError()}.");
        }
    }

    private bool HasMore()
    {
        nuint size = sizeof(int);
        return LibZmq.GetOption(Handle, LibZmq.ReceiveMore, out var more, ref size) == 0 && more != 0;
    }
}
