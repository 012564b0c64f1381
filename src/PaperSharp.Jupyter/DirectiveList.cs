using System.Net;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp.Jupyter;

/// <summary>What <c>#!lsmagic</c> shows: the lines that speak to the kernel, and what each does.</summary>
internal static class DirectiveList
{
    private static readonly (string Name, string Description)[] OfTheCompiler =
    [
        ("#r", "References an assembly: \"path.dll\" or \"Assembly.Name\"; or a package: \"nuget: Id, Version\"."),
        ("#i", "Adds a source of packages: \"nuget: address or folder\"."),
        ("#load", "Takes in the code of a .csx or .cs file: \"path\"."),
    ];

    public static Task ShowAsync(CompositeKernel kernel, KernelInvocationContext context)
    {
        var rows = kernel.ChildKernels.Append(kernel)
            .SelectMany(k => k.KernelInfo.SupportedDirectives)
            .Where(d => !d.Hidden)
            .Select(d => (d.Name, Description: d is KernelSpecifierDirective ? $"The lines below are {LanguageOf(kernel, d)}." : d.Description ?? ""))
            .DistinctBy(d => d.Name)
            .OrderBy(d => d.Name, StringComparer.Ordinal)
            .Concat(OfTheCompiler)
            .ToList();
        var width = rows.Max(r => r.Name.Length);
        var plain = string.Join('\n', rows.Select(r => $"{r.Name.PadRight(width)}  {r.Description}"));
        var html = string.Concat(rows.Select(r => $"<tr><td style=\"text-align: left\"><code>{WebUtility.HtmlEncode(r.Name)}</code></td><td style=\"text-align: left\">{WebUtility.HtmlEncode(r.Description)}</td></tr>"));
        context.Publish(new DisplayedValueProduced(
            plain,
            context.Command,
            [new FormattedValue(HtmlFormatter.MimeType, $"<table><tbody>{html}</tbody></table>"), new FormattedValue(PlainTextFormatter.MimeType, plain)]));
        return Task.CompletedTask;
    }

    private static string LanguageOf(CompositeKernel kernel, KernelDirective directive) =>
        kernel.ChildKernels.FirstOrDefault(k => $"#!{k.Name}" == directive.Name)?.KernelInfo.LanguageName ?? directive.Name[2..];
}
