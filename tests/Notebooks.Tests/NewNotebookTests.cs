using PaperSharp.Cli;
using PaperSharp.Cli.Authoring;
using PaperSharp.Cli.Checks;

namespace Notebooks.Tests;

/// <summary>What <c>papers new</c> writes compiles and runs before its author has changed a line.</summary>
public sealed class NewNotebookTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("papers-new-");

    public NewNotebookTests()
    {
        // A folder with what setup.csx loads: the built assemblies.
        _root.CreateSubdirectory("notebooks");
        File.Copy(Path.Combine(Notebooks.Root, "notebooks", "setup.csx"), Path.Combine(_root.FullName, "notebooks", "setup.csx"));
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "artifacts"), Path.Combine(Notebooks.Root, "artifacts"));
    }

    public void Dispose() => _root.Delete(recursive: true);

    [UnixFact]
    public async Task New_NotebookAndSolution_CompileAndRunInTheSmokeProfile()
    {
        foreach (var path in NewNotebook.Write(Repository.At(_root.FullName), "memory/ntm", "Neural Turing Machines"))
        {
            Assert.Empty(await CompileCheck.RunAsync(CheckedNotebook.Load(path, isPaper: false), CancellationToken.None));

            var (exitCode, output) = PapersProgram.Run("run", path, "--profile", "smoke", "--out", Path.Combine(_root.FullName, "out"));
            Assert.True(exitCode == 0, output);
        }
    }

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows lets administrators alone make the links that this test needs" : null;
    }
}
