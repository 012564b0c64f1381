using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary><c>#!set</c> and <c>#!share</c>: a value of another kernel, or a text, as a variable of this one.</summary>
internal static class Sharing
{
    public static async Task SetAsync(DirectiveInvocation line, KernelInvocationContext context)
    {
        var kernel = context.HandlingKernel!;
        var value = line["--value"]!;
        if (value.StartsWith('@') && value.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon)
        {
            await CopyAsync(value[1..colon], value[(colon + 1)..], kernel, line["--name"]!, line["--mime-type"]);
            return;
        }

        await SendAsync(kernel, new SendValue(line["--name"]!, value, null, kernel.Name));
    }

    public static Task ShareAsync(DirectiveInvocation line, KernelInvocationContext context) =>
        CopyAsync(line["--from"]!, line["--name"]!, context.HandlingKernel!, line["--as"] ?? line["--name"]!, line["--mime-type"]);

    private static async Task CopyAsync(string from, string name, Kernel to, string newName, string? mimeType)
    {
        var source = to.FindKernels(k => k.Name == from || k.KernelInfo.Aliases.Contains(from)).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no kernel '{from}'.");
        var result = await source.SendAsync(new RequestValue(name, mimeType ?? "application/json", source.Name));
        if (result.Events.OfType<ValueProduced>().FirstOrDefault() is not { } produced)
        {
            throw new InvalidOperationException(result.Events.OfType<CommandFailed>().FirstOrDefault()?.Message ?? $"Kernel '{from}' has no variable '{name}'.");
        }

        var value = mimeType is null ? produced.Value : produced.FormattedValue.Value;
        await SendAsync(to, new SendValue(newName, value, produced.FormattedValue, to.Name));
    }

    private static async Task SendAsync(Kernel kernel, SendValue command)
    {
        if (!kernel.SupportsCommandType(typeof(SendValue)))
        {
            throw new InvalidOperationException($"Kernel '{kernel.Name}' holds no values.");
        }

        var result = await kernel.SendAsync(command);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
        {
            throw failed.Exception ?? new InvalidOperationException(failed.Message);
        }
    }
}
