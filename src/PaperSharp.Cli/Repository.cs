namespace PaperSharp.Cli;

/// <summary>Where things are: the folder that holds notebooks, sources and data.</summary>
internal sealed class Repository
{
    private Repository(string root) => Root = root;

    public string Root { get; }

    public string Notebooks => Path.Combine(Root, "notebooks");

    public string Runs => Path.Combine(Root, "runs");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>
    /// Finds the repository: <c>PAPERS_ROOT</c> (set by the launcher), else the nearest folder above the program,
    /// else above the current folder, that holds <c>PaperSharp.slnx</c>.
    /// </summary>
    /// <exception cref="PapersException">There is none.</exception>
    public static Repository Find()
    {
        var named = Environment.GetEnvironmentVariable("PAPERS_ROOT");
        var root = new[] { named, AppContext.BaseDirectory, Directory.GetCurrentDirectory() }
            .Where(start => !string.IsNullOrEmpty(start))
            .SelectMany(start => Above(start!))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "PaperSharp.slnx")));
        return root is null
            ? throw new PapersException("this program does not stand in a PaperSharp folder. Start it as ./papers there, or set PAPERS_ROOT to that folder.")
            : new Repository(root);
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
