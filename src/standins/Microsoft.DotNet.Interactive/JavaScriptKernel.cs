using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Sends the submitted text to the front end as a script.</summary>
public class JavaScriptKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    public static readonly string DefaultKernelName = "javascript";

    public JavaScriptKernel()
        : base(DefaultKernelName, "JavaScript", "") => KernelInfo.Aliases = ["js"];

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var html = $"<script type=\"text/javascript\">{command.Code.Trim()}</script>";
        context.Publish(new DisplayedValueProduced(command.Code, command, [new FormattedValue(HtmlFormatter.MimeType, html)]));
        return Task.CompletedTask;
    }
}
