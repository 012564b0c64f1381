namespace PaperSharp.Cli.Html;

/// <summary>A picture beside a notebook, as an address that holds all of it.</summary>
internal static class PictureFile
{
    /// <returns>The data URI, or null when the file is no picture that browsers show.</returns>
    public static string? AsDataUri(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => Encode("image/png", path),
        ".jpg" or ".jpeg" => Encode("image/jpeg", path),
        ".gif" => Encode("image/gif", path),
        ".webp" => Encode("image/webp", path),
        ".svg" => Encode("image/svg+xml", path),
        _ => null,
    };

    private static string Encode(string mime, string path) => $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
}
