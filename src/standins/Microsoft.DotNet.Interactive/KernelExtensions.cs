using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

public static class KernelExtensions
{
    public static T UseQuitCommand<T>(this T kernel, Func<Task>? onQuitAsync = null)
        where T : Kernel
    {
        kernel.RegisterCommandHandler<Quit>(async (_, context) =>
        {
            kernel.RootKernel.CancelRunning();
            if (onQuitAsync is not null)
            {
                await onQuitAsync();
            }
            else
            {
                Environment.Exit(0);
            }
        });
        return kernel;
    }

    public static Kernel? FindKernelByName(this Kernel kernel, string name) => kernel.FindKernels(k => k.Name == name).FirstOrDefault();

    public static IEnumerable<Kernel> FindKernels(this Kernel kernel, Func<Kernel, bool> predicate)
    {
        var root = kernel.RootKernel;
        IEnumerable<Kernel> all = root is CompositeKernel composite ? [root, .. composite.Children] : [root];
        return all.Where(predicate);
    }

    public static Task<KernelCommandResult> SubmitCodeAsync(this Kernel kernel, string code) => kernel.SendAsync(new SubmitCode(code));

    /// <summary>Adds <c>#!import</c>, which runs the code of a file.</summary>
    public static TKernel UseImportMagicCommand<TKernel>(this TKernel kernel)
        where TKernel : Kernel
    {
        var import = new Import(kernel);
        var directive = new KernelActionDirective("#!import", "Runs the code cells of a notebook, or a .cs, .csx or .dib file.")
        {
            KernelCommandType = typeof(ImportDocument),
            Parameters = [new KernelDirectiveParameter("--file", "the file to run") { AllowImplicitName = true, Required = true }],
        };
        kernel.AddDirective(directive, (command, context) =>
        {
            var line = (DirectiveInvocation)command;
            return import.RunAsync(ScriptPaths.Resolve(line["--file"]!, line.SourceName), line.Parent!, context);
        });
        kernel.RegisterCommandHandler<ImportDocument>((command, context) => import.RunAsync(Path.GetFullPath(command.FilePath), command, context));
        return kernel;
    }

    /// <summary>Runs the code cells of a notebook, in order, up to the first that fails.</summary>
    public static async Task LoadAndRunInteractiveDocument(this Kernel kernel, FileInfo file, KernelCommand? parentCommand = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var command = new ImportDocument(file.FullName);
        if (!kernel.RootKernel.SupportsCommandType(typeof(ImportDocument)))
        {
            kernel.RootKernel.UseImportMagicCommand();
        }

        command.SetParent(parentCommand);
        var result = await kernel.RootKernel.SendAsync(command);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
        {
            throw failed.Exception ?? new InvalidOperationException(failed.Message);
        }
    }

    /// <summary>Adds <c>#!set</c> and <c>#!share</c>.</summary>
    public static T UseValueSharing<T>(this T kernel)
        where T : Kernel
    {
        var mimeType = new KernelDirectiveParameter("--mime-type", "the form in which the value is taken over");
        kernel.AddDirective(
            new KernelActionDirective("#!set", "Sets a variable: --name x --value text, or --value @kernel:name.")
            {
                Parameters = [new("--name", "the variable") { Required = true }, new("--value", "a text, or @kernel:name") { Required = true }, mimeType],
            },
            (command, context) => Sharing.SetAsync((DirectiveInvocation)command, context));
        kernel.AddDirective(
            new KernelActionDirective("#!share", "Takes a variable over from another kernel: --from csharp x.")
            {
                Parameters = [new("--name", "the variable") { Required = true, AllowImplicitName = true }, new("--from", "the kernel that has it") { Required = true }, new("--as", "its name here"), mimeType],
            },
            (command, context) => Sharing.ShareAsync((DirectiveInvocation)command, context));
        return kernel;
    }

    /// <summary>Adds <c>#!who</c> and <c>#!whos</c>, which list the variables.</summary>
    public static TKernel UseWho<TKernel>(this TKernel kernel)
        where TKernel : Kernel
    {
        kernel.AddDirective(new KernelActionDirective("#!who", "Lists the names of the variables."), (_, context) => Who.ShowAsync(kernel, context, withValues: false));
        kernel.AddDirective(new KernelActionDirective("#!whos", "Lists the variables with their types and values."), (_, context) => Who.ShowAsync(kernel, context, withValues: true));
        return kernel;
    }

    internal static Kernel? FindKernelByDirective(this Kernel kernel, string directive) =>
        kernel.FindKernels(k => k is not CompositeKernel && ($"#!{k.Name}" == directive || k.KernelInfo.Aliases.Any(a => $"#!{a}" == directive))).FirstOrDefault();

    internal static (KernelActionDirective Directive, KernelCommandInvocation Handler)? FindDirective(this Kernel kernel, string directive) =>
        kernel.Directives.TryGetValue(directive, out var found) ? found : kernel.ParentKernel?.FindDirective(directive);

    internal static IEnumerable<string> KnownDirectives(this Kernel kernel, Kernel target) =>
        kernel.FindKernels(k => k is not CompositeKernel).Select(k => $"#!{k.Name}")
            .Concat(target.Directives.Keys)
            .Concat(target.ParentKernel?.Directives.Keys ?? []);

    internal static IEnumerable<KernelDirective> AllDirectives(this Kernel kernel) =>
        kernel.FindKernels(_ => true).SelectMany(k => k.KernelInfo.SupportedDirectives);
}
