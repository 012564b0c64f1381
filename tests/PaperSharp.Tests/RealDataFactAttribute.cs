namespace PaperSharp.Tests;

/// <summary>A test that needs a dataset in a folder of PAPERS_DATA; where it is not there the test is skipped and says so.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(string dataset)
    {
        var folders = (Environment.GetEnvironmentVariable("PAPERS_DATA") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => Directory.Exists(Path.Combine(folder, dataset))))
        {
            Skip = $"Needs the real {dataset}: set PAPERS_DATA to a folder that holds it.";
        }
    }
}
