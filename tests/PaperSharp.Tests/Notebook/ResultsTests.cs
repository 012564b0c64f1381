using System.Text.Json;

namespace PaperSharp.Tests.Notebook;

[Collection(SessionTestGroup.Name)]
public sealed class ResultsTests : IDisposable
{
    private readonly CapturedConsole _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly EnvironmentVariable _file;

    public ResultsTests()
    {
        _file = new EnvironmentVariable("PAPERS_RESULTS", Path);
        Session.Start("smoke", "cpu", 3);
    }

    private string Path => _folder["out", "results.json"];

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
        _console.Dispose();
    }

    [Fact]
    public void Record_Figure_IsInTheFileWithItsCircumstances()
    {
        Results.NoteData("mnist", "cache");
        Check.That(true, "one");

        Results.Record("bound", 80.5, "nats", "≤ 80.97", "Table 1", "smoke only");

        using var json = JsonDocument.Parse(File.ReadAllText(Path));
        var root = json.RootElement;
        Assert.Equal("smoke", root.GetProperty("profile").GetString());
        Assert.Equal("cpu", root.GetProperty("device").GetString());
        Assert.Equal(3, root.GetProperty("seed").GetInt64());
        Assert.Equal("cache", root.GetProperty("data").GetProperty("mnist").GetString());
        Assert.Equal(1, root.GetProperty("checksPassed").GetInt32());
        Assert.InRange(root.GetProperty("date").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        var row = Assert.Single(root.GetProperty("results").EnumerateArray());
        Assert.Equal("bound", row.GetProperty("metric").GetString());
        Assert.Equal(80.5, row.GetProperty("ours").GetDouble());
        Assert.Equal("nats", row.GetProperty("unit").GetString());
        Assert.Equal("≤ 80.97", row.GetProperty("paper").GetString());
        Assert.Equal("Table 1", row.GetProperty("source").GetString());
        Assert.InRange(row.GetProperty("seconds").GetDouble(), 0, 60);
        Assert.Equal(["results.json"], Directory.GetFiles(_folder["out"]).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public void Claim_ThatFails_ThrowsAndIsInTheFileAsNotShown()
    {
        Check.Claim(true, "eight beat one", "68 against 70 nats", "at least 1 nat better");

        var error = Assert.Throws<CheckFailedException>(() => Check.Claim(false, "noise helps", "71 against 70 nats", "any gain"));

        Assert.Equal("✗ noise helps: 71 against 70 nats (criterion: any gain)", error.Message);
        using var json = JsonDocument.Parse(File.ReadAllText(Path));
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(["eight beat one", "noise helps"], claims.Select(claim => claim.GetProperty("claim").GetString()));
        Assert.Equal(["at least 1 nat better", "any gain"], claims.Select(claim => claim.GetProperty("criterion").GetString()));
        Assert.Equal([true, false], claims.Select(claim => claim.GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public void Claim_CheckedAgain_ReplacesTheEarlierOutcome()
    {
        Assert.Throws<CheckFailedException>(() => Check.Claim(false, "eight beat one", "70 against 68 nats", "better"));
        Check.Claim(true, "eight beat one", "68 against 70 nats", "better");

        Assert.Equal([("68 against 70 nats", true)], Results.Claims.Select(claim => (claim.Ours, claim.Holds)));
    }

    [Fact]
    public void Record_SameMetricAgain_Replaces()
    {
        Results.Record("bound", 90, "nats");
        Results.Record("error", 3, "%");
        Results.Record("bound", 80, "nats");

        Assert.Equal([("bound", 80), ("error", 3)], Results.Rows.Select(row => (row.Metric, row.Ours)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Record_NoNumber_Throws(double value)
    {
        Assert.Contains("diverged", Assert.Throws<ArgumentException>(() => Results.Record("bound", value, "nats")).Message);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Table_Figures_StandBesideThePapers()
    {
        Results.Record("bound, p < 1", 80.54321, "nats", "≤ 80.97", "Table 1");
        Results.Record("parameters", 123456, "");

        var table = Results.Table();

        Assert.Equal(
            """
            |  | paper | ours (smoke on cpu, seed 3) | source | note |
            | --- | --- | --- | --- | --- |
            | bound, p < 1 | ≤ 80.97 nats | 80.543 nats | Table 1 |  |
            | parameters |  | 123,456 |  |  |

            """,
            table.Text.ReplaceLineEndings("\n"));
        Assert.Contains("<td>bound, p &lt; 1</td><td>≤ 80.97 nats</td><td>80.543 nats</td>", table.Html);
    }

    [Fact]
    public void Start_AfterAnotherNotebook_ForgetsItsResults()
    {
        Results.Record("bound", 80, "nats");

        Session.Start("smoke", "cpu", 1);

        Assert.Empty(Results.Rows);
    }
}
