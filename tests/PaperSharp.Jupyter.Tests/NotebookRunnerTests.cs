using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter.Tests;

/// <summary>The runner changes the process's current directory, so these run one after another.</summary>
[Collection(nameof(NotebookRunnerTests))]
public sealed class NotebookRunnerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runner");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_AllCellsSucceed_FillsOutputsAndCounts()
    {
        var notebook = Notebook("var x = 1; Console.Write(\"a\"); Console.Write(\"b\"); Console.Error.Write(\"c\"); x", "x + 1");
        notebook.Cells.Insert(1, new NotebookCell(CellType.Markdown, "text", "text"));
        var outcome = await Run(notebook);
        Assert.Equal((RunStatus.Succeeded, null), (outcome.Status, outcome.Failure));
        Assert.Equal([1, null, 2], notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Equal(["stdout:ab", "stderr:c", "result:1"], notebook.Cells[0].Outputs.Select(Describe));
        Assert.Equal(["result:2"], notebook.Cells[2].Outputs.Select(Describe));
    }

    [Fact]
    public async Task Run_FailingCell_StopsThereAndSaysWhich()
    {
        var notebook = Notebook("1", "var y = 1;\nthrow new InvalidOperationException(\"boom\");", "3");
        notebook.Cells[2].Outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = "of an earlier run" });
        var outcome = await Run(notebook);
        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal((1, "c1", 2, "InvalidOperationException", "boom"), (outcome.Failure!.Index, outcome.Failure.Id, outcome.Failure.Number, outcome.Failure.ErrorName, outcome.Failure.ErrorValue));
        Assert.Equal("   at cell 2, line 2, column 1", outcome.Failure.Traceback[1]);
        Assert.Equal("error", (string?)notebook.Cells[1].Outputs.Single()!["output_type"]);
        Assert.Empty(notebook.Cells[2].Outputs);
        Assert.Null(notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Run_Update_ReplacesWhatAnEarlierCellShows()
    {
        var notebook = Notebook("var shown = display(\"before\");", "shown.Update(\"after\");");
        await Run(notebook);
        Assert.Equal(["display:after"], notebook.Cells[0].Outputs.Select(Describe));
        Assert.Empty(notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task Run_Cancelled_InterruptsTheCellAndKeepsTheOutputsSoFar()
    {
        var notebook = Notebook("1", "Console.Write(\"running\");\nwhile (true) { }", "3");
        using var cancellation = new CancellationTokenSource();
        var progress = new Recorder(p =>
        {
            if (p.State == CellState.Output && p.Text == "running")
            {
                cancellation.Cancel();
            }
        });
        var outcome = await NotebookRunner.RunAsync(notebook, _folder.FullName, progress, cancellation.Token).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((RunStatus.Cancelled, 2), (outcome.Status, outcome.Failure!.Number));
        Assert.Equal(["result:1"], notebook.Cells[0].Outputs.Select(Describe));
        Assert.Equal("stdout:running", Describe(notebook.Cells[1].Outputs[0]));
        Assert.Null(notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Run_Progress_TellsOfEachCellInOrder()
    {
        var seen = new List<(int, CellState)>();
        var progress = new Recorder(p => seen.Add((p.Number, p.State)));
        await NotebookRunner.RunAsync(Notebook("var a = 1;", "throw new Exception();"), _folder.FullName, progress);
        Assert.Equal([(1, CellState.Started), (1, CellState.Finished), (2, CellState.Started), (2, CellState.Failed)], seen);
    }

    [Fact]
    public async Task Run_RelativePaths_StartAtTheWorkingDirectory()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "chapter"));
        File.WriteAllText(Path.Combine(_folder.FullName, "setup.csx"), "var fromSetup = 7;");
        File.WriteAllText(Path.Combine(_folder.FullName, "chapter", "data.txt"), "data");
        var notebook = Notebook("#load \"../setup.csx\"", "fromSetup + System.IO.File.ReadAllText(\"data.txt\")");
        var before = Directory.GetCurrentDirectory();
        var outcome = await NotebookRunner.RunAsync(notebook, Path.Combine(_folder.FullName, "chapter"));
        Assert.Null(outcome.Failure);
        Assert.Equal("result:7data", Describe(notebook.Cells[1].Outputs.Single()));
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task Run_Directives_ShowTextHtmlAndTime()
    {
        var notebook = Notebook("#!html\n<b>x</b>\n#!markdown\n# y\n#!csharp\n1", "#!time\n2", "3\n#!nonsense");
        var outcome = await Run(notebook);
        var data = notebook.Cells[0].Outputs.Select(o => (JsonObject)o!["data"]!).ToList();
        Assert.Equal("<b>x</b>", NotebookText.Join(data[0]["text/html"]));
        Assert.Equal("# y", NotebookText.Join(data[1]["text/markdown"]));
        Assert.Equal("result:1", Describe(notebook.Cells[0].Outputs[2]));
        Assert.Matches(@"^display:Wall time: [\d.]+ ms$", Describe(notebook.Cells[1].Outputs[1]));
        Assert.Contains("Line 2: unknown directive '#!nonsense'", outcome.Failure!.ErrorValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_JsonMimeType_IsStoredAsJson()
    {
        var notebook = Notebook("\"{\\\"a\\\":[1]}\".DisplayAs(\"application/vnd.test+json\");");
        await Run(notebook);
        Assert.Equal(1, (int)notebook.Cells[0].Outputs.Single()!["data"]!["application/vnd.test+json"]!["a"]![0]!);
    }

    [Fact]
    public async Task Compile_CellsInOrder_SeeEachOtherAndRunNothing()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "lib.csx"), "using System.Diagnostics;\nint Twice(int n) => 2 * n;");
        var marker = Path.Combine(_folder.FullName, "ran.txt");
        var notebook = Notebook("#load \"lib.csx\"\nusing System.IO;", $"File.WriteAllText(@\"{marker}\", \"\"); var x = Twice(2); Debug.Assert(x > 0);", "#!time\nx + 1", "#!html\n<b>", "class A { } class A { }\n");
        notebook.Cells.RemoveAt(4);
        Assert.Empty(await NotebookRunner.CompileAsync(notebook, _folder.FullName));
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task Compile_ErrorsInCells_NamesThemAndNotTheCellsThatUseTheirVariables()
    {
        var diagnostics = await NotebookRunner.CompileAsync(Notebook("var y = 2;", "var x = 1;\nx.Nothing(y);", "x + y", "missing + x"), _folder.FullName);
        Assert.Equal(2, diagnostics.Count);
        Assert.StartsWith("cell 4(1,1): error CS0103", diagnostics[1].ToString(), StringComparison.Ordinal);
        var diagnostic = diagnostics[0];
        Assert.StartsWith("cell 2(2,3): error CS1061", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, "c1", 2), (diagnostic.Index, diagnostic.Id, diagnostic.Number));
    }

    [Fact]
    public async Task Compile_WhatTheKernelTakesBeyondScripts_HasNoErrors() =>
        Assert.Empty(await NotebookRunner.CompileAsync(Notebook("using var stream = new System.IO.MemoryStream();\nstatic class Words { public static int Count(this string text) => 1; }", "\"a\".Count() + stream.Length"), _folder.FullName));

    [Fact]
    public async Task Compile_ErrorInALoadedFile_NamesTheFile()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "bad.csx"), "int a = 1;\nint b = missing;");
        var diagnostics = await NotebookRunner.CompileAsync(Notebook("#load \"bad.csx\""), _folder.FullName);
        Assert.StartsWith("bad.csx(2,9): error CS0103", Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
    }

    private static string Describe(JsonNode? output) => (string?)output!["output_type"] switch
    {
        "stream" => $"{output["name"]}:{NotebookText.Join(output["text"])}",
        "execute_result" => $"result:{NotebookText.Join(output["data"]!["text/plain"])}",
        "display_data" => $"display:{NotebookText.Join(output["data"]!["text/plain"])}",
        var other => $"{other}",
    };

    private static NotebookDocument Notebook(params string[] cells)
    {
        var notebook = new NotebookDocument();
        for (var i = 0; i < cells.Length; i++)
        {
            notebook.Cells.Add(new NotebookCell(CellType.Code, $"c{i}", cells[i]));
        }

        return notebook;
    }

    private Task<RunOutcome> Run(NotebookDocument notebook) => NotebookRunner.RunAsync(notebook, _folder.FullName);

    private sealed class Recorder(Action<CellProgress> record) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => record(value);
    }
}
