using System.Text.Json.Nodes;
using System.Threading.Channels;
using PaperSharp.Jupyter.Protocol;
using Channel = PaperSharp.Jupyter.Protocol.Channel;

namespace PaperSharp.Jupyter;

/// <summary>
/// One front end's session: requests on the shell channel are answered one after another, those on the control
/// channel at once.
/// </summary>
internal sealed class KernelSession : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly Transport _transport;
    private readonly Channel<JupyterMessage> _shell = System.Threading.Channels.Channel.CreateUnbounded<JupyterMessage>();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TextWriter _log = Console.Error;
    private readonly InputRequests _input;
    private readonly KernelExecution _execution;
    private readonly Introspection _introspection;

    public KernelSession(ConnectionFile connection)
    {
        _codec = new MessageCodec(connection.Key);
        _transport = new Transport(connection, Receive);
        _input = new InputRequests(SendInputRequest);
        _execution = new KernelExecution(Publish, _input);
        _introspection = new Introspection(_execution);
    }

    /// <summary>Ends when the front end has asked for a shutdown.</summary>
    public Task Completion => _completion.Task;

    public void Start()
    {
        Publish("status", new JsonObject { ["execution_state"] = "starting" }, null);
        _transport.Start();
        _ = Task.Run(ServeShellAsync);
        _execution.Start();
    }

    public void Interrupt() => _execution.Interrupt();

    public void Dispose()
    {
        _shell.Writer.TryComplete();
        _transport.Dispose();
        _execution.Dispose();
    }

    private void Receive(Channel channel, List<byte[]> frames)
    {
        var message = _codec.Decode(frames, out var problem);
        if (message is null)
        {
            _log.WriteLine($"Dropped {problem} on the {channel} channel.");
            return;
        }

        switch (channel)
        {
            case Channel.Shell:
                if (message.Type == "execute_request")
                {
                    _execution.Announce(message);
                }

                _shell.Writer.TryWrite(message);
                break;
            case Channel.Control:
                _ = AnswerAsync(channel, message);
                break;
            case Channel.Stdin:
                _input.Answer(message);
                break;
        }
    }

    private async Task ServeShellAsync()
    {
        await foreach (var message in _shell.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await AnswerAsync(Channel.Shell, message).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(Channel channel, JupyterMessage request)
    {
        Publish("status", new JsonObject { ["execution_state"] = "busy" }, request);
        try
        {
            var content = await ContentOfAsync(request).ConfigureAwait(false);
            if (content is not null)
            {
                var type = request.Type.Replace("_request", "_reply", StringComparison.Ordinal);
                _transport.Send(channel, _codec.Encode(type, content, request.Header, request.Identities));
            }
        }
        catch (Exception exception)
        {
            // Whatever a front end sends, the kernel answers and lives on.
            await _log.WriteLineAsync($"{request.Type}: {exception}").ConfigureAwait(false);
            var content = new JsonObject { ["status"] = "error", ["ename"] = exception.GetType().Name, ["evalue"] = exception.Message, ["traceback"] = new JsonArray() };
            _transport.Send(channel, _codec.Encode(request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Header, request.Identities));
        }

        Publish("status", new JsonObject { ["execution_state"] = "idle" }, request);
        if (request.Type == "shutdown_request")
        {
            _completion.TrySetResult();
        }
    }

    private async Task<JsonObject?> ContentOfAsync(JupyterMessage request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return KernelInformation.Reply();
            case "execute_request":
                return await _execution.ExecuteAsync(request).ConfigureAwait(false);
            case "is_complete_request":
                return Introspection.IsComplete((string?)request.Content["code"] ?? "");
            case "complete_request":
                return await _introspection.CompleteAsync((string?)request.Content["code"] ?? "", (int?)request.Content["cursor_pos"] ?? 0).ConfigureAwait(false);
            case "inspect_request":
                return await _introspection.InspectAsync((string?)request.Content["code"] ?? "", (int?)request.Content["cursor_pos"] ?? 0, (int?)request.Content["detail_level"] ?? 0).ConfigureAwait(false);
            case "history_request":
                return _execution.History(request.Content);
            case "comm_info_request":
                return new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "comm_open":
                Publish("comm_close", new JsonObject { ["comm_id"] = request.Content["comm_id"]?.DeepClone(), ["data"] = new JsonObject() }, request);
                return null;
            case "interrupt_request":
                _execution.Interrupt();
                return new JsonObject { ["status"] = "ok" };
            case "shutdown_request":
                _execution.Interrupt();
                var restart = (bool?)request.Content["restart"] ?? false;
                Publish("shutdown_reply", new JsonObject { ["status"] = "ok", ["restart"] = restart }, request);
                return new JsonObject { ["status"] = "ok", ["restart"] = restart };
            default:
                return null;
        }
    }

    private void SendInputRequest(JsonObject content, JupyterMessage parent) =>
        _transport.Send(Channel.Stdin, _codec.Encode("input_request", content, parent.Header, parent.Identities));

    private void Publish(string type, JsonObject content, JupyterMessage? parent) =>
        _transport.Send(Channel.IOPub, _codec.Encode(type, content, parent?.Header, [System.Text.Encoding.UTF8.GetBytes(type)]));
}
