using System.Text.Json;

namespace PaperSharp.Plotting;

/// <summary>Values as JavaScript source that may stand inside a script element.</summary>
internal static class JavaScript
{
    // The default encoder escapes < and >: a text cannot end the script.
    public static string Array(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts);
}
