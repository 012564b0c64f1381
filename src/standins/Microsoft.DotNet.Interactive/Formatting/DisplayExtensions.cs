using Microsoft.DotNet.Interactive.Formatting;

namespace System;

public static class DisplayExtensions
{
    /// <summary>Shows a value in the output of the running cell.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        var chosen = mimeTypes is { Length: > 0 } ? mimeTypes : null;
        var displayed = new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes ?? [])) { ChosenMimeTypes = chosen };
        Formatter.Announce(displayed);
        return displayed;
    }

    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        var displayed = new DisplayedValue(value, [new FormattedValue(mimeType, value)]) { ChosenMimeTypes = [mimeType], RawMimeType = mimeType };
        Formatter.Announce(displayed);
        return displayed;
    }
}
