namespace Notebooks.Tests;

/// <summary>Every notebook, and every exercise's solution, runs end to end as a reader would start it.</summary>
public sealed class SmokeTests
{
    public static TheoryData<string> Papers => Notebooks.Papers;

    public static TheoryData<string> Solutions => Notebooks.Solutions;

    [Theory, MemberData(nameof(Papers))]
    public void Paper_InSmokeProfile_RunsToItsEnd(string notebook) => RunsToItsEnd(notebook);

    [Theory, MemberData(nameof(Solutions))]
    public void Solution_InSmokeProfile_RunsToItsEnd(string notebook) => RunsToItsEnd(notebook);

    private static void RunsToItsEnd(string notebook)
    {
        var output = Directory.CreateTempSubdirectory("papers-smoke-");
        try
        {
            var (exitCode, text) = PapersProgram.Run("run", Path.Combine(Notebooks.Root, notebook), "--profile", "smoke", "--out", output.FullName);
            var name = Path.GetFileNameWithoutExtension(notebook);

            Assert.True(exitCode == 0, $"papers run {notebook} --profile smoke ended with exit code {exitCode}:\n{text}");
            Assert.True(File.Exists(Path.Combine(output.FullName, name + ".ipynb")));
            Assert.True(File.Exists(Path.Combine(output.FullName, name + ".html")));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
