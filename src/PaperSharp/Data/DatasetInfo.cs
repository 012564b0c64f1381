namespace PaperSharp.Data;

/// <summary>One dataset of the manifest.</summary>
/// <param name="Name">Name of the dataset and of its folder, such as <c>mnist</c>.</param>
/// <param name="Title">Name as the field writes it.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Licence">Licence or terms of use.</param>
/// <param name="Citation">The publication to cite.</param>
/// <param name="Homepage">Where the dataset is described.</param>
/// <param name="StandIn">What stands in for it where it cannot be had, or null when nothing does.</param>
/// <param name="Sources">Base addresses to download from, in the order in which they are tried.</param>
/// <param name="Files">The files.</param>
public sealed record DatasetInfo(
    string Name,
    string Title,
    string Description,
    string Licence,
    string Citation,
    string Homepage,
    string? StandIn,
    IReadOnlyList<Uri> Sources,
    IReadOnlyList<DatasetFile> Files)
{
    /// <summary>Size of all files together, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>One file of a dataset.</summary>
/// <param name="Name">File name, without a folder.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record DatasetFile(string Name, long Bytes, string Sha256);
