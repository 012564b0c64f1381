namespace PaperSharp.Cli;

/// <summary>Where things are: the folder that holds notebooks, sources and data.</summary>
internal sealed class Repository
{
    private Repository(string root) => Root = root;

    public string Root { get; }

    public string Notebooks => Path.Combine(Root, "notebooks");

    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Holds the package-lock.json of plotly.js and KaTeX.</summary>
    public string WebAssets => Path.Combine(Root, "environment", "web");

    public string Artifacts => Path.Combine(Root, "artifacts");

    internal static Repository At(string root) => new(root);

    /// <summary>The checkout that this program was built in, or else that the current folder stands in.</summary>
    /// <exception cref="PapersException">There is none.</exception>
    public static Repository Find() =>
        PaperSharp.Repository.Root is { } root
            ? new Repository(root)
            : throw new PapersException("this program does not stand in a PaperSharp folder. Start it there, as ./papers.");
}
