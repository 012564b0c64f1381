using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp;

/// <summary>What the running cell has shown so far.</summary>
public static class CellOutput
{
    private const string MimeType = "application/vnd.papersharp.clear-output";

    /// <summary>Removes it, in Jupyter, VS Code and a notebook that <c>papers run</c> writes.</summary>
    /// <param name="wait">Whether it stays until there is something new to show, so that an animation does not flicker.</param>
    public static void Clear(bool wait = false)
    {
        if (KernelInvocationContext.Current is not null)
        {
            (wait ? "wait" : "now").DisplayAs(MimeType);
        }
    }
}
