using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperSharp.Cli.Html;

/// <summary>
/// plotly.js and KaTeX for the pages, in the versions that <c>environment/web/package-lock.json</c> names. They are
/// fetched once and not part of the repository.
/// </summary>
public sealed partial class WebAssets
{
    private readonly string _folder;

    /// <param name="folder">The folder with package-lock.json; node_modules is made in it.</param>
    public WebAssets(string folder) => _folder = folder;

    /// <summary>What to run when something is missing.</summary>
    public string Advice => $"Run 'npm ci' in {_folder} on a machine with a network.";

    /// <summary>plotly.js, or null when it is not there.</summary>
    public string? PlotlyJs => Read("plotly.js-dist-min", "plotly.min.js");

    /// <summary>plotly.js's licence, which goes where it goes.</summary>
    public string? PlotlyLicence => Read("plotly.js-dist-min", "LICENSE");

    /// <summary>KaTeX's licence, which goes where it goes.</summary>
    public string? KatexLicence => Read("katex", "LICENSE");

    /// <summary>KaTeX's script, or null when it is not there.</summary>
    public string? KatexJs => Read("katex", "dist", "katex.min.js");

    /// <summary>The file with KaTeX's script, or null when it is not there.</summary>
    internal string? KatexScriptPath => Path.Combine(_folder, "node_modules", "katex", "dist", "katex.min.js") is var path && File.Exists(path) ? path : null;

    /// <summary>KaTeX's styles with their fonts inside, or null when they are not there.</summary>
    public string? KatexCss => Read("katex", "dist", "katex.min.css") is { } css ? FontSources().Replace(css, Inline) : null;

    /// <summary>The packages in the lock file.</summary>
    /// <exception cref="PapersException">The lock file is missing or is not one.</exception>
    internal IReadOnlyList<LockedPackage> Locked()
    {
        var path = Path.Combine(_folder, "package-lock.json");
        try
        {
            using var lockFile = JsonDocument.Parse(File.ReadAllText(path));
            return [.. lockFile.RootElement.GetProperty("packages").EnumerateObject()
                .Where(package => package.Name.StartsWith(LockedPackage.Folder, StringComparison.Ordinal))
                .Select(package => new LockedPackage(
                    package.Name[LockedPackage.Folder.Length..],
                    package.Value.GetProperty("version").GetString()!,
                    package.Value.GetProperty("integrity").GetString()!))];
        }
        catch (Exception error) when (error is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PapersException($"{path} cannot be read: {error.Message} Restore it with 'git checkout'.");
        }
    }

    /// <summary>Whether every package is there in the locked version.</summary>
    public bool AreComplete() => Locked().All(IsInstalled);

    /// <summary>
    /// Fetches what is missing: with npm where there is one, else from the registry, checked against the lock file's
    /// SHA-512 before anything is unpacked. Does nothing when everything is there.
    /// </summary>
    /// <exception cref="PapersException">Something could not be fetched; says what to do.</exception>
    public Task EnsureAsync(CancellationToken cancellation = default) =>
        EnsureAsync(Tool.Find("npm"), new HttpClientHandler(), cancellation);

    internal async Task EnsureAsync(string? npm, HttpMessageHandler handler, CancellationToken cancellation)
    {
        if (AreComplete())
        {
            return;
        }

        if (npm is not null
            && await Tool.RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], _folder, cancellation) == 0
            && AreComplete())
        {
            return;
        }

        var modules = Path.Combine(_folder, "node_modules");
        Directory.CreateDirectory(modules);
        using var registry = new PackageRegistry(handler);
        foreach (var package in Locked().Where(package => !IsInstalled(package)))
        {
            try
            {
                await registry.InstallAsync(package, modules, cancellation);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or UnauthorizedAccessException)
            {
                throw new PapersException($"cannot fetch {package.Name} {package.Version} for the pages: {error.Message} {Advice}");
            }
        }
    }

    private bool IsInstalled(LockedPackage package)
    {
        try
        {
            using var manifest = JsonDocument.Parse(Read(package.Name, "package.json") ?? "{}");
            return manifest.RootElement.TryGetProperty("version", out var version) && version.ValueEquals(package.Version);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string? Read(params string[] path)
    {
        var file = Path.Combine([_folder, "node_modules", .. path]);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    // Of the formats that the style sheet offers for a font, woff2 alone: every browser since 2016 reads it.
    private string Inline(Match source)
    {
        var font = Path.Combine(_folder, "node_modules", "katex", "dist", "fonts", Path.GetFileName(source.Groups["file"].Value));
        return File.Exists(font)
            ? $"src:url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(font))}) format(\"woff2\")"
            : "src:local(\"\")";
    }

    [GeneratedRegex(@"src:\s*url\([""']?(?<file>[^)""']*\.woff2)[""']?\)[^;}]*")]
    private static partial Regex FontSources();
}
