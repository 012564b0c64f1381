namespace PaperSharp;

/// <summary>The checkout that this library was built in or is used from.</summary>
internal static class Repository
{
    private static readonly Lazy<string?> s_root = new(
        () => Environment.GetEnvironmentVariable("PAPERS_ROOT") is { Length: > 0 } named
            ? named
            : Above(Path.GetDirectoryName(typeof(Repository).Assembly.Location)) ?? Above(Environment.CurrentDirectory));

    /// <summary>Its root folder: PAPERS_ROOT, else the one that the library or the current folder lies in; null outside a checkout.</summary>
    public static string? Root => s_root.Value;

    private static string? Above(string? folder)
    {
        while (!string.IsNullOrEmpty(folder) && !File.Exists(Path.Combine(folder, "PaperSharp.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return string.IsNullOrEmpty(folder) ? null : folder;
    }
}
