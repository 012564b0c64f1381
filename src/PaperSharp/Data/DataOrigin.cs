namespace PaperSharp.Data;

/// <summary>Where the data of a run came from, as it is printed and recorded.</summary>
public static class DataOrigin
{
    /// <summary>A folder named by the environment variable PAPERS_DATA.</summary>
    public const string Folder = "PAPERS_DATA";

    /// <summary>The cache, filled by an earlier run.</summary>
    public const string Cache = "cache";

    /// <summary>Downloaded by this run.</summary>
    public const string Download = "download";

    /// <summary>A generated or tiny stand-in: not the real data.</summary>
    public const string Embedded = "embedded";
}
