using Microsoft.DotNet.Interactive.Commands;

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

    internal static Kernel? FindKernelByDirective(this Kernel kernel, string directive) =>
        kernel.FindKernels(k => k is not CompositeKernel && ($"#!{k.Name}" == directive || k.KernelInfo.Aliases.Any(a => $"#!{a}" == directive))).FirstOrDefault();

    internal static KernelCommandInvocation? FindDirective(this Kernel kernel, string directive) =>
        kernel.Directives.GetValueOrDefault(directive) ?? kernel.ParentKernel?.FindDirective(directive);

    internal static IEnumerable<string> KnownDirectives(this Kernel kernel, Kernel target) =>
        kernel.FindKernels(k => k is not CompositeKernel).Select(k => $"#!{k.Name}")
            .Concat(target.Directives.Keys)
            .Concat(target.ParentKernel?.Directives.Keys ?? []);
}
