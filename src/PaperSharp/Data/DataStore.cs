namespace PaperSharp.Data;

/// <summary>
/// Finds the files of a dataset: in the folders of PAPERS_DATA, in the cache, else by download into the cache. Every
/// file is checked by size and SHA-256 before anybody reads it.
/// </summary>
public sealed class DataStore
{
    private readonly IReadOnlyList<string> _folders;
    private readonly Downloader _downloader;

    /// <summary>Creates a store.</summary>
    /// <param name="manifest">The datasets that it knows.</param>
    /// <param name="folders">Folders with one folder per dataset, searched in this order; only read.</param>
    /// <param name="cache">Folder that downloads are kept in; created when needed.</param>
    public DataStore(DatasetManifest manifest, IReadOnlyList<string> folders, string cache)
        : this(manifest, folders, cache, new Downloader(Downloader.CreateClient()))
    {
    }

    internal DataStore(DatasetManifest manifest, IReadOnlyList<string> folders, string cache, Downloader downloader)
    {
        Manifest = manifest;
        _folders = folders;
        Cache = cache;
        _downloader = downloader;
    }

    /// <summary>The datasets that the store knows.</summary>
    public DatasetManifest Manifest { get; }

    /// <summary>The folder that downloads are kept in.</summary>
    public string Cache { get; }

    /// <summary>
    /// The store as the environment describes it: PAPERS_DATA lists folders (separated as in PATH), PAPERS_CACHE names
    /// the cache, which else is <c>data/cache</c> in the repository.
    /// </summary>
    /// <exception cref="DatasetException">PAPERS_DATA names a folder that does not exist.</exception>
    public static DataStore FromEnvironment()
    {
        var folders = (Environment.GetEnvironmentVariable("PAPERS_DATA") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new DatasetException(
                    $"PAPERS_DATA names '{folder}', which is not a folder. Correct the path, or unset the variable to use the cache or a download.");
            }
        }

        return new DataStore(DatasetManifest.Embedded, folders, CacheFolder());
    }

    /// <summary>What there is of each dataset, by presence and size; nothing is read, downloaded or changed.</summary>
    public IReadOnlyList<DatasetStatus> List() => [.. Manifest.Datasets.Select(dataset => Look(dataset, checksum: false))];

    /// <summary>Like <see cref="List"/> for one dataset, with the checksums of the files computed.</summary>
    /// <exception cref="DatasetException">The dataset is unknown.</exception>
    public Task<DatasetStatus> VerifyAsync(string name, CancellationToken cancellation = default)
    {
        var dataset = Manifest.Find(name);
        return Task.Run(() => Look(dataset, checksum: true), cancellation);
    }

    /// <summary>Finds or downloads the files of a dataset and checks them.</summary>
    /// <param name="name">Name of the dataset in the manifest.</param>
    /// <param name="progress">Told about downloads, on any thread.</param>
    /// <param name="cancellation">Stops a download; what has arrived is kept and continued next time.</param>
    /// <exception cref="DatasetUnavailableException">A file is nowhere on this machine and no address serves it.</exception>
    /// <exception cref="DatasetException">The dataset is unknown, or a file in a PAPERS_DATA folder is damaged.</exception>
    public async Task<LocatedDataset> FetchAsync(
        string name, IProgress<Transfer>? progress = null, CancellationToken cancellation = default)
    {
        var dataset = Manifest.Find(name);
        var paths = new Dictionary<string, string>();
        var origins = new List<string>();
        foreach (var file in dataset.Files)
        {
            var (path, origin) = FindInFolders(dataset, file) is { } own
                ? (own, DataOrigin.Folder)
                : await FromCacheAsync(dataset, file, progress, cancellation).ConfigureAwait(false);
            paths.Add(file.Name, path);
            origins.Add(origin);
        }

        return new LocatedDataset(dataset, paths, string.Join(" + ", origins.Distinct()));
    }

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable("PAPERS_CACHE") is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        return Repository.Root is { } root
            ? Path.Combine(root, "data", "cache")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "PaperSharp", "data");
    }

    private string? FindInFolders(DatasetInfo dataset, DatasetFile file)
    {
        foreach (var folder in _folders)
        {
            var path = Path.Combine(folder, dataset.Name, file.Name);
            var (state, difference) = FileCheck.Look(path, file, checksum: true);
            if (state == FileState.Verified)
            {
                return path;
            }

            if (difference is not null)
            {
                throw new DatasetException(
                    $"{path}, found through PAPERS_DATA, is damaged: {difference}. "
                    + "Replace or remove that file; without it the cache or a download is used.");
            }
        }

        return null;
    }

    private async Task<(string Path, string Origin)> FromCacheAsync(
        DatasetInfo dataset, DatasetFile file, IProgress<Transfer>? progress, CancellationToken cancellation)
    {
        var path = Path.Combine(Cache, dataset.Name, file.Name);
        if (FileCheck.Look(path, file, checksum: true).State == FileState.Verified)
        {
            return (path, DataOrigin.Cache);
        }

        using var alone = await FolderLock.EnterAsync(Path.Combine(Cache, dataset.Name), cancellation).ConfigureAwait(false);
        var (state, difference) = FileCheck.Look(path, file, checksum: true);
        if (state == FileState.Verified)
        {
            return (path, DataOrigin.Cache);
        }

        if (difference is not null)
        {
            Console.WriteLine($"{dataset.Title}: {file.Name} in the cache is damaged ({difference}); fetching it again.");
        }

        var addresses = dataset.Sources.Select(source => new Uri(source, file.Name));
        var failures = await _downloader.TryFetchAsync(addresses, file, path, progress, cancellation).ConfigureAwait(false);
        return failures is null ? (path, DataOrigin.Download) : throw NotToBeHad(dataset, file, path, difference, failures);
    }

    private DatasetUnavailableException NotToBeHad(
        DatasetInfo dataset, DatasetFile file, string path, string? difference, IReadOnlyList<string> failures)
    {
        var searched = _folders.Count > 0
            ? "not in PAPERS_DATA (" + string.Join(", ", _folders) + ")"
            : "PAPERS_DATA is not set";
        var cached = difference is null ? "not in the cache" : $"damaged in the cache ({path}: {difference})";
        return new DatasetUnavailableException(
            $"""
            {dataset.Title}: {file.Name} cannot be had: {searched}, {cached}, and no download worked:
              {string.Join("\n  ", failures)}
            What to do: connect to the network and run `papers data get {dataset.Name}`, which continues where this stopped; or
            copy the files into {Path.GetDirectoryName(path)}; or set PAPERS_DATA to a folder that has them in {dataset.Name}/.
            """);
    }

    private DatasetStatus Look(DatasetInfo dataset, bool checksum) =>
        new(dataset, [.. dataset.Files.Select(file => Look(dataset, file, checksum))]);

    private FileStatus Look(DatasetInfo dataset, DatasetFile file, bool checksum)
    {
        var places = _folders.Select(folder => (Folder: folder, Origin: DataOrigin.Folder)).Append((Cache, DataOrigin.Cache));
        foreach (var (folder, origin) in places)
        {
            var path = Path.Combine(folder, dataset.Name, file.Name);
            var (state, difference) = FileCheck.Look(path, file, checksum);
            if (state != FileState.Missing)
            {
                return new FileStatus(file, state, path, origin, difference);
            }
        }

        var part = Path.Combine(Cache, dataset.Name, file.Name + ".part");
        return File.Exists(part)
            ? new FileStatus(file, FileState.Partial, part, DataOrigin.Cache, null)
            : new FileStatus(file, FileState.Missing, null, null, null);
    }
}
