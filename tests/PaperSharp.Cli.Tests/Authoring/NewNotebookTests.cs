using PaperSharp.Cli.Authoring;
using PaperSharp.Cli.Checks;

namespace PaperSharp.Cli.Tests.Authoring;

public sealed class NewNotebookTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("papers-new-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Write_NewName_WritesNotebookAndSolutionThatNameEachOther()
    {
        var files = NewNotebook.Write(Repository.At(_root.FullName), "memory/ntm", "Neural Turing Machines");

        Assert.Equal(["notebooks/memory/ntm.ipynb", "notebooks/solutions/ntm-1.ipynb"], files.Select(file => Path.GetRelativePath(_root.FullName, file).Replace('\\', '/')));
        var notebook = CheckedNotebook.Load(files[0], isPaper: true);
        Assert.StartsWith("# Neural Turing Machines\n", notebook.Cells[0].Source, StringComparison.Ordinal);
        Assert.Empty(FormatCheck.Run(notebook));
        Assert.Empty(LinkCheck.Run(notebook));
        Assert.Empty(LinkCheck.Run(CheckedNotebook.Load(files[1], isPaper: false)));
    }

    [Fact]
    public async Task Write_NewName_LeavesFindingsOnlyForWhatTheAuthorHasToWrite()
    {
        var files = NewNotebook.Write(Repository.At(_root.FullName), "memory/ntm", null);
        var notebook = CheckedNotebook.Load(files[0], isPaper: true);

        Assert.Empty(await MathCheck.RunAsync(notebook, null, CancellationToken.None));
        var shape = ShapeCheck.Run(notebook).ToList();
        Assert.Equal(
            ["1 text cells have equations between $$, fewer than 3", "2 code cells check something with Check.…, fewer than 4"],
            shape.Select(finding => finding.Problem).Where(problem => !problem.StartsWith("still to be written", StringComparison.Ordinal)));
        Assert.True(shape.Count > 20);
    }

    [Fact]
    public void Write_NameThatIsTaken_OverwritesNothing()
    {
        var repository = Repository.At(_root.FullName);
        var first = NewNotebook.Write(repository, "memory/ntm", "First")[0];
        var before = File.ReadAllText(first);

        Assert.Contains(first, Assert.Throws<PapersException>(() => NewNotebook.Write(repository, "memory/ntm", "Second")).Message, StringComparison.Ordinal);
        Assert.Throws<PapersException>(() => NewNotebook.Write(repository, "elsewhere/ntm", "Second"));

        Assert.Equal(before, File.ReadAllText(first));
        Assert.False(Directory.Exists(Path.Combine(repository.Notebooks, "elsewhere")));
    }

    [Theory]
    [InlineData("ntm")]
    [InlineData("Memory/ntm")]
    [InlineData("../x/ntm")]
    [InlineData("a/b/c")]
    [InlineData("solutions/ntm")]
    public void Write_ImproperPlace_SaysWhatAProperOneIs(string place)
    {
        Assert.Throws<PapersException>(() => NewNotebook.Write(Repository.At(_root.FullName), place, null));
        Assert.Empty(_root.GetFileSystemInfos());
    }
}
