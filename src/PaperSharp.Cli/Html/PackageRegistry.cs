using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PaperSharp.Cli.Html;

/// <summary>Fetches npm packages without npm.</summary>
internal sealed class PackageRegistry(HttpMessageHandler handler) : IDisposable
{
    private const string Prefix = "package/";

    private readonly HttpClient _client = new(handler) { Timeout = TimeSpan.FromMinutes(5) };

    public void Dispose() => _client.Dispose();

    /// <summary>Downloads a package, checks it, and puts it into node_modules at once or not at all.</summary>
    /// <exception cref="HttpRequestException">The registry cannot be reached or does not have the package.</exception>
    /// <exception cref="InvalidDataException">The archive is not the one that the lock file means, or is damaged.</exception>
    public async Task InstallAsync(LockedPackage package, string modules, CancellationToken cancellation)
    {
        var archive = await DownloadAsync(package, cancellation);
        var integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(archive));
        if (integrity != package.Integrity)
        {
            throw new InvalidDataException($"{package.Address} has the checksum {integrity}, the lock file says {package.Integrity}.");
        }

        var unpacked = Path.Combine(modules, $".{Guid.NewGuid():N}");
        try
        {
            await UnpackAsync(archive, unpacked, cancellation);
            var target = Path.Combine(modules, package.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            Directory.Move(unpacked, target);
        }
        finally
        {
            if (Directory.Exists(unpacked))
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }
    }

    private async Task<byte[]> DownloadAsync(LockedPackage package, CancellationToken cancellation)
    {
        try
        {
            return await _client.GetByteArrayAsync(package.Address, cancellation);
        }
        catch (TaskCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{package.Address} did not answer in time.", error);
        }
    }

    private static async Task UnpackAsync(byte[] archive, string folder, CancellationToken cancellation)
    {
        await using var unzipped = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        await using var reader = new TarReader(unzipped);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            {
                continue;
            }

            var path = Path.GetFullPath(Path.Combine(folder, entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]));
            if (!entry.Name.StartsWith(Prefix, StringComparison.Ordinal) || !path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The archive holds a file outside its folder: {entry.Name}.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: false, cancellation);
        }
    }
}
