namespace PaperSharp.Cli.Html;

/// <summary>One package of an npm lock file.</summary>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Version">The one version that is used.</param>
/// <param name="Integrity">The checksum of its archive: <c>sha512-</c> and base64.</param>
internal sealed record LockedPackage(string Name, string Version, string Integrity)
{
    public const string Folder = "node_modules/";

    /// <summary>The registry's canonical address of the archive; the last part of a scoped name is the file's name.</summary>
    public Uri Address => new($"https://registry.npmjs.org/{Name}/-/{Name[(Name.LastIndexOf('/') + 1)..]}-{Version}.tgz");
}
