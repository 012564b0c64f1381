using System.Diagnostics;
using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp.Jupyter;

/// <summary>The kernel behind a notebook: C#, with HTML, Markdown and JavaScript beside it and the usual directives.</summary>
internal static class NotebookKernel
{
    /// <summary>Where a front end tells the kernel the number of the cell, so that errors name it.</summary>
    public const string CellParameter = "cell";

    public static CompositeKernel Create()
    {
        var csharp = new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing();
        var kernel = new CompositeKernel();
        kernel.Add(csharp, ["C#", "c#"]);
        kernel.Add(new HtmlKernel());
        kernel.Add(new MarkdownKernel());
        kernel.Add(new JavaScriptKernel());
        kernel.UseImportMagicCommand();
        kernel.AddDirective(new KernelActionDirective("#!time", "Shows how long the cell took."), StartTiming);
        kernel.AddDirective(new KernelActionDirective("#!lsmagic", "Lists the directives."), (_, context) => DirectiveList.ShowAsync(kernel, context));
        return kernel;
    }

    public static SubmitCode Submission(string code, int cellNumber)
    {
        var command = new SubmitCode(code);
        command.Parameters[CellParameter] = cellNumber.ToString(CultureInfo.InvariantCulture);
        return command;
    }

    /// <summary>The command that a front end sent, of which <paramref name="command"/> may be a part.</summary>
    public static KernelCommand RootOf(KernelCommand command)
    {
        while (command.Parent is { } parent)
        {
            command = parent;
        }

        return command;
    }

    private static Task StartTiming(KernelCommand command, KernelInvocationContext context)
    {
        var watch = Stopwatch.StartNew();
        context.OnComplete(completed => completed.DisplayAs(
            string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.#} ms"),
            PlainTextFormatter.MimeType));
        return Task.CompletedTask;
    }

    private sealed class MarkdownKernel : Kernel, IKernelCommandHandler<SubmitCode>
    {
        public MarkdownKernel()
            : base("markdown", "Markdown", "")
        {
        }

        public Task HandleAsync(SubmitCode command, KernelInvocationContext context)
        {
            var text = command.Code.Trim();
            context.Publish(new DisplayedValueProduced(text, command, [new("text/markdown", text), new(PlainTextFormatter.MimeType, text)]));
            return Task.CompletedTask;
        }
    }
}
