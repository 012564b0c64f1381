using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>
/// How a cell says that what it has shown so far is to go: the packages' API has no word for it, so it displays a
/// value of this MIME type, whose text is <c>wait</c> when the output is to stay until there is a new one.
/// </summary>
internal static class ClearedOutput
{
    public const string MimeType = "application/vnd.papersharp.clear-output";

    public static bool IsIn(DisplayEvent display, out bool wait)
    {
        var found = display.FormattedValues.FirstOrDefault(value => value.MimeType == MimeType);
        wait = found?.Value == "wait";
        return found is not null;
    }
}
