namespace PaperSharp.Data;

/// <summary>Where the files of a dataset are, after they were found and checked.</summary>
/// <param name="Info">The dataset.</param>
/// <param name="Paths">The path of each file, by its name.</param>
/// <param name="Origin">A constant of <see cref="DataOrigin"/>, or several joined by " + ".</param>
public sealed record LocatedDataset(DatasetInfo Info, IReadOnlyDictionary<string, string> Paths, string Origin);

/// <summary>What there is of a dataset on this machine.</summary>
/// <param name="Info">The dataset.</param>
/// <param name="Files">Its files, in the manifest's order.</param>
public sealed record DatasetStatus(DatasetInfo Info, IReadOnlyList<FileStatus> Files)
{
    /// <summary>Whether every file is there and nothing is known to be wrong with it.</summary>
    public bool IsComplete => Files.All(file => file.State is FileState.Present or FileState.Verified);
}

/// <summary>What there is of a file on this machine.</summary>
/// <param name="File">The file.</param>
/// <param name="State">What was found.</param>
/// <param name="Path">Where, or null when it is missing.</param>
/// <param name="Origin">A constant of <see cref="DataOrigin"/>, or null when it is missing.</param>
/// <param name="Difference">For a wrong file what was expected and what was found.</param>
public sealed record FileStatus(DatasetFile File, FileState State, string? Path, string? Origin, string? Difference);
