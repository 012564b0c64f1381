namespace PaperSharp.Cli.Html;

/// <summary>The styles, scripts and texts that are part of this program.</summary>
internal static class Resources
{
    public static string Read(string name, string folder = "Html")
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream($"PaperSharp.Cli.{folder}.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
