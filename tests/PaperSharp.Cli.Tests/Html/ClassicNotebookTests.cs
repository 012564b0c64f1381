using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Tests.Html;

public sealed class ClassicNotebookTests : IDisposable
{
    private readonly DirectoryInfo _web = Directory.CreateTempSubdirectory("web-");
    private readonly DirectoryInfo _kernel = Directory.CreateTempSubdirectory("kernel-");

    public void Dispose()
    {
        _web.Delete(recursive: true);
        _kernel.Delete(recursive: true);
    }

    [Fact]
    public void AddTo_WithPlotly_PutsItBesideTheScriptThatLoadsIt()
    {
        var package = _web.CreateSubdirectory("node_modules/plotly.js-dist-min");
        File.WriteAllText(Path.Combine(package.FullName, "plotly.min.js"), "the library");

        ClassicNotebook.AddTo(_kernel.FullName, new WebAssets(_web.FullName));

        Assert.Equal("the library", File.ReadAllText(Path.Combine(_kernel.FullName, "plotly.min.js")));
        Assert.Contains("\"plotly.min.js\"", File.ReadAllText(Path.Combine(_kernel.FullName, "kernel.js")), StringComparison.Ordinal);
    }

    [Fact]
    public void AddTo_WithoutPlotly_PutsNothing()
    {
        ClassicNotebook.AddTo(_kernel.FullName, new WebAssets(_web.FullName));

        Assert.Empty(_kernel.GetFileSystemInfos());
    }
}
