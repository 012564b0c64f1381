using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>What can go wrong with <c>papers run</c>: a message that says what to do, and an exit code that is not 0.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papers-bad-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Run_UnknownNotebook_NamesTheKnownOnes()
    {
        var (exitCode, output) = PapersProgram.Run("run", "no-such-paper");

        Assert.Equal(2, exitCode);
        Assert.Contains("there is no notebook 'no-such-paper'", output, StringComparison.Ordinal);
        Assert.Contains("draw", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileThatIsNoJson_SaysSo()
    {
        var path = Path.Combine(folder.FullName, "broken.ipynb");
        File.WriteAllText(path, "half a notebo");

        var (exitCode, output) = PapersProgram.Run("run", path, "--out", folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.Contains("not JSON", output, StringComparison.Ordinal);
        Assert.Equal("half a notebo", File.ReadAllText(path));
    }

    [Fact]
    public void Run_CellThatThrows_NamesItAndKeepsTheCellsBeforeIt()
    {
        var path = Notebook("Console.WriteLine(\"before\");", "throw new InvalidOperationException(\"on purpose\");", "Console.WriteLine(\"after\");");

        var (exitCode, output) = PapersProgram.Run("run", path, "--out", Path.Combine(folder.FullName, "out"));

        Assert.Equal(1, exitCode);
        Assert.Contains("cell 2 (id c1) failed", output, StringComparison.Ordinal);
        Assert.Contains("on purpose", output, StringComparison.Ordinal);
        var executed = File.ReadAllText(Path.Combine(folder.FullName, "out", "test.ipynb"));
        Assert.Contains("before", executed, StringComparison.Ordinal);
        Assert.DoesNotContain("\"after\\n\"", executed, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SettingWithoutValue_SaysHowToWriteOne()
    {
        var (exitCode, output) = PapersProgram.Run("run", Notebook("1"), "--set", "Steps");

        Assert.Equal(2, exitCode);
        Assert.Contains("name=value", output, StringComparison.Ordinal);
    }

    [NoCudaFact]
    public void Run_CudaWithoutCuda_SaysWhatToDo()
    {
        var (exitCode, output) = PapersProgram.Run("run", Path.Combine(Notebooks.Root, "notebooks", "generative-models", "draw.ipynb"), "--profile", "smoke", "--device", "cuda", "--out", folder.FullName);

        Assert.Equal(1, exitCode);
        Assert.Contains("cuda", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cpu", output, StringComparison.Ordinal);
    }

    [SignalFact]
    public void Run_StoppedInAnEndlessLoop_EndsAndKeepsTheCellsBeforeIt()
    {
        var path = Notebook("Console.WriteLine(\"before\");", "while (true) { }");
        using var process = PapersProgram.Start("run", path, "--out", Path.Combine(folder.FullName, "out"));
        while (process.StandardError.ReadLine() is { } line && !line.Contains("1/2", StringComparison.Ordinal))
        {
        }

        // A test runner in the background ignores SIGINT, and its children with it; SIGTERM takes the same way.
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
        }

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("before", File.ReadAllText(Path.Combine(folder.FullName, "out", "test.ipynb")), StringComparison.Ordinal);
    }

    private string Notebook(params string[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((source, i) => new JsonObject
            {
                ["cell_type"] = "code",
                ["id"] = $"c{i}",
                ["metadata"] = new JsonObject(),
                ["execution_count"] = null,
                ["outputs"] = new JsonArray(),
                ["source"] = source,
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var path = Path.Combine(folder.FullName, "test.ipynb");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private sealed class NoCudaFactAttribute : FactAttribute
    {
        public NoCudaFactAttribute() => Skip = TorchSharp.torch.cuda.is_available() ? "this machine has CUDA" : null;
    }

    private sealed class SignalFactAttribute : FactAttribute
    {
        public SignalFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no signals" : null;
    }
}
