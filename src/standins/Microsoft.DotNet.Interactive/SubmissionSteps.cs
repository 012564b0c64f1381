using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// Splits a submission at its <c>#!</c> lines into directives and code for one kernel each. Every piece of code
/// keeps its line numbers: what stands above it is replaced by empty lines.
/// </summary>
internal static class SubmissionSteps
{
    public static async Task RunAsync(Kernel kernel, KernelCommand command, KernelInvocationContext context)
    {
        if (command is not SubmitCode submission)
        {
            var handling = kernel.ChooseKernel(command);
            context.HandlingKernel = handling;
            await handling.HandleAsync(command, context);
            return;
        }

        context.Publish(new CodeSubmissionReceived(submission));
        var target = kernel.ChooseKernel(submission);
        if (!submission.Code.Contains("#!", StringComparison.Ordinal))
        {
            context.HandlingKernel = target;
            await target.HandleAsync(submission, context);
            return;
        }

        var pending = new List<string>();
        var lineNumber = 0;
        foreach (var line in submission.Code.ReplaceLineEndings("\n").Split('\n'))
        {
            lineNumber++;
            if (!line.StartsWith("#!", StringComparison.Ordinal))
            {
                pending.Add(line);
                continue;
            }

            await RunPendingAsync();
            pending.Add("");
            var name = line.Split((char[])[' ', '\t'], 2)[0];
            if (kernel.FindKernelByDirective(name) is { } next)
            {
                target = next;
            }
            else if (target.FindDirective(name) is { } handler)
            {
                context.HandlingKernel = target;
                var directive = new DirectiveCommand();
                directive.SetParent(submission);
                await handler(directive, context);
            }
            else
            {
                var known = string.Join(", ", kernel.KnownDirectives(target).Order(StringComparer.Ordinal));
                throw new InvalidOperationException($"Line {lineNumber}: unknown directive '{name}'. Known: {known}.");
            }
        }

        await RunPendingAsync();

        async Task RunPendingAsync()
        {
            if (pending.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                var part = new SubmitCode(string.Join('\n', pending), target.Name) { Parameters = submission.Parameters };
                part.SetParent(submission);
                context.HandlingKernel = target;
                await target.HandleAsync(part, context);
            }

            for (var i = 0; i < pending.Count; i++)
            {
                pending[i] = "";
            }
        }
    }

    private sealed class DirectiveCommand : KernelDirectiveCommand
    {
    }
}
