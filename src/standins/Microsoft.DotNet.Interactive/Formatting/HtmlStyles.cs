using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// The style sheet of the formatters' HTML. Each cell has it once among its outputs: an output that is cleared, run again
/// or not on the screen must not take the style of other cells with it.
/// </summary>
internal static class HtmlStyles
{
    // Colours come from the front end (JupyterLab, VS Code, the exported page) or are transparent greys: light and dark both work.
    private const string Sheet =
        "<style>" +
        ".dni-table{max-height:28em;overflow:auto;width:fit-content;max-width:100%}" +
        ".dni-table table{border-collapse:separate;border-spacing:0;margin:0;font-variant-numeric:tabular-nums}" +
        ".dni-table th,.dni-table td{padding:.25em .8em;border:0;border-bottom:1px solid #8885;text-align:start;vertical-align:top;white-space:pre-wrap}" +
        ".dni-table thead th{position:sticky;top:0;border-bottom-width:2px;background:var(--jp-layout-color0,var(--vscode-editor-background,var(--back,Canvas)))}" +
        ".dni-table tbody tr:hover{background:#8882}" +
        ".dni-table .dni-number{text-align:end;white-space:nowrap}" +
        ".dni-error{color:#d0342c}" +
        ".dni-null,.dni-more{opacity:.65}" +
        ".dni-more{margin:.4em 0 0 .8em;font-size:.9em}" +
        "</style>";

    private static readonly ConditionalWeakTable<Commands.KernelCommand, object> CellsWithStyles = [];

    public static void Require(FormatContext context)
    {
        var state = context.State;
        if (state.HasStyles)
        {
            return;
        }

        state.HasStyles = true;
        if (state.ReplacesOutput || !state.WritesCellOutput || KernelInvocationContext.Current is not { } cell ||
            CellsWithStyles.TryAdd(RootOf(cell.Command), cell))
        {
            context.Writer.Write(Sheet);
        }
    }

    private static Commands.KernelCommand RootOf(Commands.KernelCommand command)
    {
        while (command.Parent is { } parent)
        {
            command = parent;
        }

        return command;
    }
}
