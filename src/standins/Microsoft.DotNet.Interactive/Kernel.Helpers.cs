using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What <see cref="CSharp.CSharpKernelExtensions.UseKernelHelpers"/> brings into scope in every cell.</summary>
public abstract partial class Kernel
{
    public static DisplayedValue display(object value, params string[] mimeTypes) => value.Display(mimeTypes);

    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    public static void CSS(string content) => HTML($"<style>{content}</style>").Display(HtmlFormatter.MimeType);

    public static void Javascript(string scriptContent) => HTML($"<script>{scriptContent}</script>").Display(HtmlFormatter.MimeType);
}
