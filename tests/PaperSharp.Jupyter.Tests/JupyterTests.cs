using Xunit.Abstractions;

namespace PaperSharp.Jupyter.Tests;

/// <summary>The kernel as a process, driven by Jupyter's own programs.</summary>
public sealed class JupyterTests(ITestOutputHelper console) : IDisposable
{
    private readonly JupyterProcess _jupyter = new();

    public void Dispose() => _jupyter.Dispose();

    [JupyterFact]
    public Task Kernel_JupytersConformanceSuite_Passes() => RunSuite("test_conformance.py");

    [JupyterFact]
    public Task Kernel_SessionOfAUser_AnswersAndSurvives() => RunSuite("test_session.py");

    [JupyterFact]
    public Task Kernel_WhileCodeIsWritten_HelpsTheUser() => RunSuite("test_language.py");

    [JupyterFact]
    public Task Kernel_MessagesOfStrangers_AreDropped() => RunSuite("test_hostile.py");

    [JupyterFact]
    public async Task Nbconvert_NotebookOfThisKernel_IsExecuted()
    {
        var notebook = new NotebookDocument();
        notebook.Cells.Add(new NotebookCell(CellType.Markdown, "title", "# A title"));
        notebook.Cells.Add(new NotebookCell(CellType.Code, "first", "var x = 20;\nConsole.WriteLine(\"printed\");"));
        notebook.Cells.Add(new NotebookCell(CellType.Code, "second", "await Task.Delay(1);\n2 * x + 2"));
        var path = Path.Combine(_jupyter.Folder.FullName, "small.ipynb");
        notebook.Save(path);

        var (exitCode, output) = await _jupyter.RunAsync("/usr/bin/jupyter-nbconvert", "--execute", "--to", "notebook", "--inplace", path);

        console.WriteLine(output);
        Assert.Equal(0, exitCode);
        var executed = NotebookDocument.Load(path);
        Assert.Equal("printed\n", NotebookText.Join(executed.Cells[1].Outputs[0]!["text"]));
        Assert.Equal("42", NotebookText.Join(executed.Cells[2].Outputs[0]!["data"]!["text/plain"]));
        Assert.Equal([null, 1, 2], executed.Cells.Select(cell => cell.ExecutionCount));
    }

    private async Task RunSuite(string file)
    {
        var (exitCode, output) = await _jupyter.RunAsync(Path.Combine(AppContext.BaseDirectory, "conformance", file));
        console.WriteLine(output);
        Assert.True(exitCode == 0, output);
    }
}
