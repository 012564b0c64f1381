using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>Runs cells and sends what they produce to the front end while they run.</summary>
internal sealed class KernelExecution : IDisposable
{
    private readonly Action<string, JsonObject, JupyterMessage?> _publish;
    private readonly InputRequests _input;
    private readonly ConditionalWeakTable<KernelCommand, JupyterMessage> _requests = [];
    private readonly List<(int Number, string Code)> _history = [];
    private readonly Lock _queue = new();
    private readonly HashSet<JupyterMessage> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JupyterMessage> _aborted = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Task<Kernel>> _kernel;
    private CancellationTokenSource? _running;
    private OutputLimit _limit = new();
    private int _executionCount;

    public KernelExecution(Action<string, JsonObject, JupyterMessage?> publish, InputRequests input)
    {
        _publish = publish;
        _input = input;
        _kernel = new(() => Task.Run(CreateKernel));
    }

    /// <summary>Loads the kernel and Roslyn behind the handshake, so that the first cell need not wait for them.</summary>
    public void Start() => _ = Task.Run(async () =>
    {
        var kernel = await _kernel.Value.ConfigureAwait(false);
        await kernel.SubmitCodeAsync("Enumerable.Range(0, 3).Select(x => $\"{x}\").ToList()").ConfigureAwait(false);
    });

    public async Task<Kernel> KernelAsync() => await _kernel.Value.ConfigureAwait(false);

    /// <summary>Tells of an execute request that has arrived and will run when its turn comes.</summary>
    public void Announce(JupyterMessage request)
    {
        lock (_queue)
        {
            _waiting.Add(request);
        }
    }

    /// <summary>Stops the cell that runs, also one that still waits for the kernel to be ready.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? running;
        lock (_queue)
        {
            running = _running;
        }

        // Not on the caller's thread: what user code has registered with the token may block.
        _ = Task.Run(() => running?.Cancel());
    }

    public async Task<JsonObject> ExecuteAsync(JupyterMessage request)
    {
        // The source is left to the collector: an interrupt that comes late must find it alive.
        var running = new CancellationTokenSource();
        lock (_queue)
        {
            _waiting.Remove(request);
            if (_aborted.Remove(request))
            {
                return new JsonObject { ["status"] = "aborted", ["execution_count"] = _executionCount };
            }

            _running = running;
        }

        var code = (string?)request.Content["code"] ?? "";
        var silent = IsSilent(request);
        if (!silent)
        {
            Begin(request, code);
        }

        _limit = new OutputLimit();
        var kernel = await KernelAsync().ConfigureAwait(false);
        var command = NotebookKernel.Submission(code, silent ? 0 : _executionCount);
        _requests.Add(command, request);
        var result = await kernel.SendAsync(command, running.Token).ConfigureAwait(false);
        var failed = result.Events.OfType<CommandFailed>().LastOrDefault();
        var reply = failed is null ? await SucceedAsync(kernel, request, running.Token).ConfigureAwait(false) : Fail(request, failed);
        lock (_queue)
        {
            _running = null;
        }

        StartProfile.End();
        return reply;
    }

    /// <summary>The inputs of this session; nothing is kept beyond it.</summary>
    public JsonObject History(JsonObject request)
    {
        IEnumerable<(int Number, string Code)> found = _history;
        switch ((string?)request["hist_access_type"])
        {
            case "range":
                var start = (int?)request["start"] ?? 0;
                var stop = (int?)request["stop"] ?? int.MaxValue;
                found = ((int?)request["session"] ?? 0) == 0 ? found.Where(h => h.Number >= start && h.Number < stop) : [];
                break;
            case "search":
                var pattern = (string?)request["pattern"] ?? "*";
                found = found.Where(h => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, h.Code, ignoreCase: false));
                found = (bool?)request["unique"] ?? false ? found.DistinctBy(h => h.Code) : found;
                break;
        }

        if ((string?)request["hist_access_type"] != "range")
        {
            found = found.TakeLast((int?)request["n"] ?? 1000);
        }

        var withOutput = (bool?)request["output"] ?? false;
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(h => new JsonArray(0, h.Number, withOutput ? new JsonArray(h.Code, null) : h.Code))]),
        };
    }

    public void Dispose()
    {
        if (_kernel.IsValueCreated && _kernel.Value.IsCompletedSuccessfully)
        {
            _kernel.Value.Result.Dispose();
        }
    }

    private static bool IsSilent(JupyterMessage request) => (bool?)request.Content["silent"] ?? false;

    private static JsonObject Describe(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Display(DisplayEvent display)
    {
        var content = new JsonObject { ["data"] = MimeBundle.From(display.FormattedValues), ["metadata"] = new JsonObject() };
        if (display.ValueId is { } id)
        {
            content["transient"] = new JsonObject { ["display_id"] = id };
        }

        return content;
    }

    private Kernel CreateKernel()
    {
        var kernel = NotebookKernel.Create();
        kernel.RegisterCommandHandler<RequestInput>(AskAsync);
        kernel.KernelEvents.Subscribe(Forward);
        return kernel;
    }

    private async Task AskAsync(RequestInput command, KernelInvocationContext context)
    {
        if (!_requests.TryGetValue(NotebookKernel.RootOf(command), out var request))
        {
            throw new InvalidOperationException("Input can be asked for in a running cell only.");
        }

        var answer = await _input.AskAsync(request, command.Prompt, command.IsPassword, context.CancellationToken).ConfigureAwait(false);
        context.Publish(new InputProduced(answer, command));
    }

    private async Task<JsonObject> SucceedAsync(Kernel kernel, JupyterMessage request, CancellationToken cancellationToken)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            values[name] = await EvaluateAsync(kernel, (string?)expression ?? "", cancellationToken).ConfigureAwait(false);
        }

        return new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = _executionCount,
            ["user_expressions"] = values,
            ["payload"] = new JsonArray(),
        };
    }

    private static async Task<JsonObject> EvaluateAsync(Kernel kernel, string expression, CancellationToken cancellationToken)
    {
        var result = await kernel.SendAsync(NotebookKernel.Submission(expression, 0), cancellationToken).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
        {
            var error = Describe(CellError.From(failed));
            error["status"] = "error";
            return error;
        }

        var value = result.Events.OfType<ReturnValueProduced>().LastOrDefault();
        return new JsonObject { ["status"] = "ok", ["data"] = MimeBundle.From(value?.FormattedValues ?? []), ["metadata"] = new JsonObject() };
    }

    private JsonObject Fail(JupyterMessage request, CommandFailed failed)
    {
        if ((bool?)request.Content["stop_on_error"] ?? true)
        {
            lock (_queue)
            {
                _aborted.UnionWith(_waiting);
            }
        }

        var error = CellError.From(failed);
        if (!IsSilent(request))
        {
            _publish("error", Describe(error), request);
        }

        var reply = Describe(error);
        reply["status"] = "error";
        reply["execution_count"] = _executionCount;
        return reply;
    }

    private void Begin(JupyterMessage request, string code)
    {
        if ((bool?)request.Content["store_history"] ?? true)
        {
            _executionCount++;
            _history.Add((_executionCount, code));
        }

        _publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _executionCount }, request);
    }

    private void Forward(KernelEvent kernelEvent)
    {
        if (!_requests.TryGetValue(NotebookKernel.RootOf(kernelEvent.Command), out var request) || IsSilent(request))
        {
            return;
        }

        switch (kernelEvent)
        {
            case StandardOutputValueProduced text:
                Print("stdout", text, request);
                break;
            case StandardErrorValueProduced text:
                Print("stderr", text, request);
                break;
            case DisplayedValueProduced display when ClearedOutput.IsIn(display, out var wait):
                _publish("clear_output", new JsonObject { ["wait"] = wait }, request);
                break;
            case DisplayedValueProduced display:
                _publish("display_data", Display(display), request);
                break;
            case DisplayedValueUpdated display:
                _publish("update_display_data", Display(display), request);
                break;
            case ReturnValueProduced value:
                var content = Display(value);
                content["execution_count"] = _executionCount;
                _publish("execute_result", content, request);
                break;
            case DiagnosticsProduced diagnostics when diagnostics.Diagnostics.All(d => d.Severity < DiagnosticSeverity.Error):
                var warnings = string.Concat(diagnostics.FormattedDiagnostics.Select(d => d.Value + "\n"));
                _publish("stream", new JsonObject { ["name"] = "stderr", ["text"] = warnings }, request);
                break;
        }
    }

    private void Print(string stream, DisplayEvent printed, JupyterMessage request)
    {
        var text = _limit.Print(string.Concat(printed.FormattedValues.Select(value => value.Value)));
        if (text.Length > 0)
        {
            _publish("stream", new JsonObject { ["name"] = stream, ["text"] = text }, request);
        }
    }
}
