namespace PaperSharp.Cli.Html;

/// <summary>The styles and scripts that are part of this program.</summary>
internal static class Resources
{
    public static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream($"PaperSharp.Cli.Html.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
