using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>Lists a kernel's variables: <c>#!who</c> their names, <c>#!whos</c> also their types and values.</summary>
internal static class Who
{
    private const int ValueWidth = 100;

    public static Task ShowAsync(Kernel kernel, KernelInvocationContext context, bool withValues) =>
        ShowAsync(kernel, context, withValues ? ["Name", "Type", "Value"] : ["Name"], info => withValues ? [info.Name, info.TypeName, Shorten(info.FormattedValue.Value)] : [info.Name]);

    private static async Task ShowAsync(Kernel kernel, KernelInvocationContext context, string[] columns, Func<KernelValueInfo, string[]> row)
    {
        var result = await kernel.SendAsync(new RequestValueInfos(kernel.Name));
        var rows = result.Events.OfType<ValueInfosProduced>().SelectMany(e => e.ValueInfos).OrderBy(i => i.Name, StringComparer.Ordinal).Select(row).ToList();
        context.Publish(new DisplayedValueProduced(
            rows,
            context.Command,
            [new FormattedValue(HtmlFormatter.MimeType, Html(columns, rows)), new FormattedValue(PlainTextFormatter.MimeType, Plain(columns, rows))]));
    }

    private static string Html(string[] columns, List<string[]> rows)
    {
        var html = new StringBuilder("<table><thead><tr>");
        html.AppendJoin("", columns.Select(c => $"<th>{c}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td style=\"text-align: left\">{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Plain(string[] columns, List<string[]> rows)
    {
        var all = rows.Prepend(columns).ToList();
        var widths = columns.Select((_, i) => all.Max(r => r[i].Length)).ToArray();
        return string.Join('\n', all.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }

    private static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= ValueWidth ? line : line[..ValueWidth] + "…";
    }
}
