using System.Collections.Concurrent;

namespace PaperSharp.Jupyter.Protocol;

/// <summary>
/// The five sockets on one thread, which only moves bytes: it never waits for a cell, so that interrupts, the
/// heartbeat and large outputs always get through.
/// </summary>
internal sealed unsafe class Transport : IDisposable
{
    private readonly nint _context = LibZmq.NewContext();
    private readonly Dictionary<Channel, ZmqSocket> _sockets = [];
    private readonly ZmqSocket _heartbeat;
    private readonly ZmqSocket _wakeReceiver;
    private readonly ZmqSocket _wakeSender;
    private readonly Lock _waking = new();
    private readonly ConcurrentQueue<(Channel Channel, List<byte[]> Frames)> _outgoing = new();
    private readonly Action<Channel, List<byte[]>> _received;
    private readonly Thread _thread;
    private volatile bool _stopping;

    public Transport(ConnectionFile connection, Action<Channel, List<byte[]>> received)
    {
        _received = received;
        Open(Channel.Shell, LibZmq.Router, connection.Endpoint(connection.Shell));
        Open(Channel.Control, LibZmq.Router, connection.Endpoint(connection.Control));
        Open(Channel.Stdin, LibZmq.Router, connection.Endpoint(connection.Stdin));
        Open(Channel.IOPub, LibZmq.Pub, connection.Endpoint(connection.IOPub));
        _sockets[Channel.IOPub].SetOption(LibZmq.SendHighWaterMark, 0);
        _heartbeat = new ZmqSocket(_context, LibZmq.Rep);
        _heartbeat.Bind(connection.Endpoint(connection.Heartbeat));
        _wakeReceiver = new ZmqSocket(_context, LibZmq.Pair);
        _wakeReceiver.Bind("inproc://wake");
        _wakeSender = new ZmqSocket(_context, LibZmq.Pair);
        _wakeSender.Connect("inproc://wake");
        _thread = new Thread(Loop) { IsBackground = true, Name = "jupyter sockets" };
    }

    public void Start() => _thread.Start();

    public void Send(Channel channel, List<byte[]> frames)
    {
        _outgoing.Enqueue((channel, frames));
        Wake();
    }

    /// <summary>Sends what is queued and closes the sockets.</summary>
    public void Dispose()
    {
        _stopping = true;
        Wake();
        _thread.Join();
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }

        _heartbeat.Dispose();
        _wakeReceiver.Dispose();
        _wakeSender.Dispose();
        _ = LibZmq.TerminateContext(_context);
    }

    private void Open(Channel channel, int type, string endpoint)
    {
        var socket = new ZmqSocket(_context, type);
        _sockets[channel] = socket;
        socket.Bind(endpoint);
    }

    private void Wake()
    {
        lock (_waking)
        {
            _wakeSender.Send([[]]);
        }
    }

    private void Loop()
    {
        Channel[] channels = [Channel.Control, Channel.Shell, Channel.Stdin];
        ZmqSocket[] polled = [.. channels.Select(channel => _sockets[channel]), _heartbeat, _wakeReceiver];
        var items = LibZmq.PollItemsOf([.. polled.Select(socket => socket.Handle)]);
        while (!_stopping)
        {
            fixed (byte* first = items)
            {
                _ = LibZmq.Poll(first, polled.Length, -1);
            }

            while (_wakeReceiver.TryReceive() is not null)
            {
            }

            SendQueued();
            if (_heartbeat.TryReceive() is { } beat)
            {
                _heartbeat.Send(beat);
            }

            foreach (var channel in channels)
            {
                while (_sockets[channel].TryReceive() is { } frames)
                {
                    _received(channel, frames);
                }
            }
        }

        SendQueued();
    }

    private void SendQueued()
    {
        while (_outgoing.TryDequeue(out var message))
        {
            _sockets[message.Channel].Send(message.Frames);
        }
    }
}
