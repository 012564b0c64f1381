using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows the submitted text as HTML.</summary>
public class HtmlKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    public static readonly string DefaultKernelName = "html";

    public HtmlKernel()
        : base(DefaultKernelName, "HTML", "")
    {
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Display(new HtmlString(command.Code.Trim()));
        return Task.CompletedTask;
    }
}
