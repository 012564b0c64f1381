namespace PaperSharp.Cli.Tests;

public sealed class TestSummaryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papers-summary-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Read_TwoResultFiles_AddsThemUpAndNamesWhatDidNotPass()
    {
        Write("a.trx", """
            <UnitTestResult testName="A.One" outcome="Passed" />
            <UnitTestResult testName="A.Two" outcome="Failed"><Output><ErrorInfo><Message>Expected 1
            but got 2</Message></ErrorInfo></Output></UnitTestResult>
            """);
        Write("b.trx", """
            <UnitTestResult testName="B.One" outcome="Passed" />
            <UnitTestResult testName="B.Two" outcome="NotExecuted"><Output><ErrorInfo><Message>needs MNIST</Message></ErrorInfo></Output></UnitTestResult>
            """);

        var summary = TestSummary.Read(folder.FullName);

        Assert.Equal((2, 1, 1), (summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal(["A.Two: Expected 1"], summary.FailedTests);
        Assert.Equal(["B.Two: needs MNIST"], summary.SkippedTests);
    }

    [Fact]
    public void Read_TimedOutOrAbortedTest_CountsAsFailed()
    {
        Write("a.trx", """<UnitTestResult testName="A.One" outcome="Timeout" /><UnitTestResult testName="A.Two" outcome="Aborted" />""");

        Assert.Equal(2, TestSummary.Read(folder.FullName).Failed);
    }

    [Fact]
    public void Read_NoFolder_HasNoTests() =>
        Assert.Equal(0, TestSummary.Read(Path.Combine(folder.FullName, "none")).Passed);

    private void Write(string name, string results) => File.WriteAllText(
        Path.Combine(folder.FullName, name),
        $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results></TestRun>""");
}
