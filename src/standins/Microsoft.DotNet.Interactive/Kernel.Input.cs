using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Utility;

namespace Microsoft.DotNet.Interactive;

public abstract partial class Kernel
{
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => AskAsync(new RequestInput(prompt, typeHint));

    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new(await AskAsync(new RequestInput(prompt, "password")));

    private static async Task<string> AskAsync(RequestInput request)
    {
        var kernel = Root ?? throw new InvalidOperationException("Input can be asked for in a running cell only.");

        // The question must not overtake what the cell has printed before it.
        ConsoleCapture.Flush();
        var result = await kernel.SendAsync(request);
        if (result.Events.OfType<InputProduced>().FirstOrDefault() is { } input)
        {
            return input.Value;
        }

        var failed = result.Events.OfType<CommandFailed>().First();
        throw failed.Exception is OperationCanceledException cancelled ? cancelled : new InvalidOperationException(failed.Message, failed.Exception);
    }
}
