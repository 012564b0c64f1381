using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>A kernel per test, and what its cells say.</summary>
public abstract class KernelTest : IDisposable
{
    protected CSharpKernel Kernel { get; } = new CSharpKernel().UseKernelHelpers();

    public void Dispose()
    {
        Kernel.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<KernelCommandResult> Run(string code) => Kernel.SendAsync(new SubmitCode(code));

    protected async Task<object?> Value(string code)
    {
        var result = await Run(code);
        Assert.Null(Failure(result));
        return result.Events.OfType<ReturnValueProduced>().SingleOrDefault()?.Value;
    }

    protected static CommandFailed? Failure(KernelCommandResult result) => result.Events.OfType<CommandFailed>().SingleOrDefault();

    protected static string Text(KernelCommandResult result) =>
        string.Concat(result.Events.OfType<DisplayEvent>()
            .Where(e => e is StandardOutputValueProduced or StandardErrorValueProduced)
            .Select(e => e.FormattedValues.Single().Value));
}
