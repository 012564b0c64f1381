using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>Runs cells and sends what they produce to the front end while they run.</summary>
internal sealed class KernelExecution(Action<string, JsonObject, JupyterMessage?> publish) : IDisposable
{
    private readonly ConditionalWeakTable<KernelCommand, JupyterMessage> _requests = [];
    private readonly List<(int Number, string Code)> _history = [];
    private readonly Lock _queue = new();
    private readonly HashSet<JupyterMessage> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JupyterMessage> _aborted = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Task<Kernel>> _kernel = new(() => Task.Run(() => (Kernel)NotebookKernel.Create()));
    private int _executionCount;

    /// <summary>Loads the kernel and Roslyn behind the handshake, so that the first cell need not wait for them.</summary>
    public void Start() => _ = Task.Run(async () =>
    {
        var kernel = await _kernel.Value.ConfigureAwait(false);
        kernel.KernelEvents.Subscribe(Forward);
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

    public void Interrupt()
    {
        if (_kernel.IsValueCreated && _kernel.Value.IsCompletedSuccessfully)
        {
            _ = _kernel.Value.Result.SendAsync(new Cancel());
        }
    }

    public async Task<JsonObject> ExecuteAsync(JupyterMessage request)
    {
        lock (_queue)
        {
            _waiting.Remove(request);
            if (_aborted.Remove(request))
            {
                return new JsonObject { ["status"] = "aborted", ["execution_count"] = _executionCount };
            }
        }

        var code = (string?)request.Content["code"] ?? "";
        var silent = (bool?)request.Content["silent"] ?? false;
        if (!silent)
        {
            Begin(request, code);
        }

        var kernel = await KernelAsync().ConfigureAwait(false);
        var command = NotebookKernel.Submission(code, silent ? 0 : _executionCount);
        _requests.Add(command, request);
        var result = await kernel.SendAsync(command).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is not { } failed)
        {
            return new JsonObject
            {
                ["status"] = "ok",
                ["execution_count"] = _executionCount,
                ["user_expressions"] = new JsonObject(),
                ["payload"] = new JsonArray(),
            };
        }

        if ((bool?)request.Content["stop_on_error"] ?? true)
        {
            lock (_queue)
            {
                _aborted.UnionWith(_waiting);
            }
        }

        var error = CellError.From(failed);
        publish("error", Describe(error), request);
        var reply = Describe(error);
        reply["status"] = "error";
        reply["execution_count"] = _executionCount;
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

    private void Begin(JupyterMessage request, string code)
    {
        if ((bool?)request.Content["store_history"] ?? true)
        {
            _executionCount++;
            _history.Add((_executionCount, code));
        }

        publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _executionCount }, request);
    }

    private void Forward(KernelEvent kernelEvent)
    {
        if (!_requests.TryGetValue(NotebookKernel.RootOf(kernelEvent.Command), out var request))
        {
            return;
        }

        switch (kernelEvent)
        {
            case StandardOutputValueProduced text:
                publish("stream", Stream("stdout", text), request);
                break;
            case StandardErrorValueProduced text:
                publish("stream", Stream("stderr", text), request);
                break;
            case DisplayedValueProduced display:
                publish("display_data", Display(display), request);
                break;
            case DisplayedValueUpdated display:
                publish("update_display_data", Display(display), request);
                break;
            case ReturnValueProduced value when (bool?)request.Content["silent"] != true:
                var content = Display(value);
                content["execution_count"] = _executionCount;
                publish("execute_result", content, request);
                break;
            case DiagnosticsProduced diagnostics when diagnostics.Diagnostics.All(d => d.Severity < DiagnosticSeverity.Error):
                var warnings = string.Concat(diagnostics.FormattedDiagnostics.Select(d => d.Value + "\n"));
                publish("stream", new JsonObject { ["name"] = "stderr", ["text"] = warnings }, request);
                break;
        }
    }

    private static JsonObject Stream(string name, DisplayEvent text) =>
        new() { ["name"] = name, ["text"] = string.Concat(text.FormattedValues.Select(value => value.Value)) };
}
