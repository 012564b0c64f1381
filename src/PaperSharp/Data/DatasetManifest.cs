using System.Text.Json;

namespace PaperSharp.Data;

/// <summary>The datasets that the notebooks use: files, sizes, checksums, addresses, licences (<c>data/manifest.json</c>).</summary>
public sealed class DatasetManifest
{
    private static readonly Lazy<DatasetManifest> s_embedded = new(ReadEmbedded);

    private DatasetManifest(IReadOnlyList<DatasetInfo> datasets) => Datasets = datasets;

    /// <summary>The manifest of this version of the library.</summary>
    public static DatasetManifest Embedded => s_embedded.Value;

    /// <summary>The datasets in the order of the manifest.</summary>
    public IReadOnlyList<DatasetInfo> Datasets { get; }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">The text is not a manifest.</exception>
    public static DatasetManifest Parse(string json)
    {
        var content = JsonSerializer.Deserialize<Content>(json, JsonSerializerOptions.Web);
        return new DatasetManifest(content?.Datasets ?? throw new JsonException("The manifest has no \"datasets\"."));
    }

    /// <summary>The dataset of this name.</summary>
    /// <exception cref="DatasetException">There is none; the message lists the names.</exception>
    public DatasetInfo Find(string name) =>
        Datasets.FirstOrDefault(dataset => string.Equals(dataset.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new DatasetException(
            $"There is no dataset '{name}'. Known: {string.Join(", ", Datasets.Select(dataset => dataset.Name))}.");

    private static DatasetManifest ReadEmbedded()
    {
        using var stream = typeof(DatasetManifest).Assembly.GetManifestResourceStream("manifest.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private sealed record Content(IReadOnlyList<DatasetInfo> Datasets);
}
