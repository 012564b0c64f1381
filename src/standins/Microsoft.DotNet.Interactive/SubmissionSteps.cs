using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
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
        if (command is LanguageServiceCommand question && question.Code.Contains("#!", StringComparison.Ordinal))
        {
            await DirectiveLines.AnswerAsync(kernel, question, context);
            return;
        }

        if (command is RequestDiagnostics check && check.Code.Contains("#!", StringComparison.Ordinal))
        {
            await DirectiveLines.CheckAsync(kernel, check, context);
            return;
        }

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
            if (context.Failed)
            {
                return;
            }

            pending.Add("");
            var (name, arguments) = DirectiveLines.Split(line);
            if (kernel.FindKernelByDirective(name) is { } next)
            {
                target = next;
            }
            else if (target.FindDirective(name) is var (directive, handler))
            {
                context.HandlingKernel = target;
                var invocation = new DirectiveInvocation(directive, arguments, submission.SourceName);
                invocation.SetParent(submission);
                try
                {
                    invocation.Bind();
                }
                catch (InvalidOperationException exception)
                {
                    throw new InvalidOperationException($"Line {lineNumber}: {exception.Message}");
                }

                await handler(invocation, context);
                if (context.Failed)
                {
                    return;
                }
            }
            else
            {
                throw new InvalidOperationException($"Line {lineNumber}: {Unknown(name, kernel, target)}");
            }
        }

        await RunPendingAsync();

        async Task RunPendingAsync()
        {
            if (pending.Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                var part = new SubmitCode(string.Join('\n', pending), target.Name) { Parameters = submission.Parameters, SourceName = submission.SourceName };
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

    private static string Unknown(string name, Kernel kernel, Kernel target)
    {
        var known = kernel.KnownDirectives(target).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var meant = Suggestions.For(name, known);
        var hint = meant.Count > 0 ? $"Did you mean {string.Join(" or ", meant)}? " : "";
        return $"unknown directive '{name}'. {hint}Known: {string.Join(", ", known)}.";
    }
}
