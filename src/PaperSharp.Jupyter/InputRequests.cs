using System.Text.Json.Nodes;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>Questions to the user on the stdin channel, one at a time, and their answers.</summary>
internal sealed class InputRequests(Action<JsonObject, JupyterMessage> send)
{
    private TaskCompletionSource<string>? _waiting;

    /// <summary>Asks the front end that sent <paramref name="request"/>.</summary>
    /// <exception cref="InvalidOperationException">That front end does not answer questions.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public async Task<string> AskAsync(JupyterMessage request, string prompt, bool isPassword, CancellationToken cancellationToken)
    {
        if ((bool?)request.Content["allow_stdin"] == false)
        {
            throw new InvalidOperationException("The cell asks for input, which this front end does not offer (allow_stdin is off). Set the value in the cell.");
        }

        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting = answer;
        using var cancellation = cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        send(new JsonObject { ["prompt"] = prompt, ["password"] = isPassword }, request);
        return await answer.Task.ConfigureAwait(false);
    }

    /// <summary>Takes a message of the stdin channel; one that nobody waits for is ignored.</summary>
    public void Answer(JupyterMessage reply)
    {
        if (reply.Type == "input_reply" && reply.Content["value"] is JsonValue value && value.TryGetValue<string>(out var text))
        {
            Interlocked.Exchange(ref _waiting, null)?.TrySetResult(text);
        }
    }
}
