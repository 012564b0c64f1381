using PaperSharp.Cli.Outcomes;

namespace PaperSharp.Cli.Tests.Outcomes;

public sealed class OutcomeTableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("papers-outcomes-");
    private readonly Repository _repository;

    public OutcomeTableTests()
    {
        _repository = Repository.At(_folder.FullName);
        foreach (var name in new[] { "draw", "made" })
        {
            var path = Path.Combine(_repository.Notebooks, "generative-models", name + ".ipynb");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $$"""{"cells":[{"cell_type":"markdown","source":"# {{name.ToUpperInvariant()}}"}]}""");
        }

        File.WriteAllText(Path.Combine(_repository.Notebooks, "learning-path.txt"), "# first things first\ngenerative-models/made\n\ngenerative-models/draw\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Save_ClaimsOfTwoNotebooks_AreRowsAlongTheLearningPath()
    {
        Put("draw", "quick", ended: true, Claim("eight beat one", "68.1 against 70.3 nats"), Claim("the window finds", "0.30 against 0.60"));
        Put("made", "quick", ended: true, Claim("16 orders beat one", "59.9 against 60.8 nats"));

        Assert.Equal(
            [
                "| [MADE](generative-models/made.ipynb) | 16 orders beat one | 59.9 against 60.8 nats | better | ✓ | quick | 101 | cpu | 3 | 2026-11-22 |",
                "| [DRAW](generative-models/draw.ipynb) | eight beat one | 68.1 against 70.3 nats | better | ✓ | quick | 101 | cpu | 3 | 2026-11-22 |",
                "| [DRAW](generative-models/draw.ipynb) | the window finds | 0.30 against 0.60 | better | ✓ | quick | 101 | cpu | 3 | 2026-11-22 |",
            ],
            Rows());
    }

    [Fact]
    public void Save_NotebookRunAgain_ReplacesItsRowsOfThatProfileAlone()
    {
        Put("draw", "quick", ended: true, Claim("eight beat one", "68 against 70 nats"));
        Put("draw", "full", ended: true, Claim("eight beat one", "81 against 87 nats"));
        Put("made", "quick", ended: true, Claim("16 orders beat one", "60 against 61 nats"));

        Put("draw", "quick", ended: true, Claim("nine beat one", "67 against 70 nats"));

        Assert.Equal(["60 against 61 nats", "67 against 70 nats", "81 against 87 nats"], Rows().Select(row => row.Split(" | ")[2]));
    }

    [Fact]
    public void Save_ClaimWithABar_StaysOneCellAndIsReadAgain()
    {
        Put("draw", "quick", ended: true, Claim("KL(q|p) falls", "1 | 2"));
        Put("made", "quick", ended: true, Claim("orders", "60"));

        var row = Rows()[1];
        Assert.Contains("| KL(q\\|p) falls | 1 \\| 2 | better |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Put_ClaimNotShown_IsMarkedSo()
    {
        Put("draw", "quick", ended: false, Claim("eight beat one", "70 against 68 nats", holds: false));

        Assert.Contains("| ✗ | quick |", Assert.Single(Rows()), StringComparison.Ordinal);
    }

    [Fact]
    public void Put_RunThatStoppedForAnotherReason_SaysThatItDidNotEnd()
    {
        Put("draw", "quick", ended: false, Claim("eight beat one", "68 against 70 nats"));

        Assert.Equal(2, Rows().Count);
        Assert.Contains("did not run to its end", Rows()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Put_NothingRecorded_SaysThatNoClaimWasChecked()
    {
        var table = new OutcomeTable(_repository);
        table.Put(Catalogue.Find(_repository, "draw"), "quick", null, ended: true, seconds: 5);
        table.Save();

        Assert.Contains("| no claim was checked |", Assert.Single(Rows()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileOfARun_HasItsClaims()
    {
        var path = Path.Combine(_folder.FullName, "draw.results.json");
        File.WriteAllText(path, """{"profile":"quick","device":"cpu","seed":7,"date":"2026-11-22T20:00:00Z","seconds":9.5,"claims":[{"claim":"a","ours":"b","criterion":"c","holds":true,"seconds":4}],"results":[]}""");

        var results = RunResults.Read(path)!;

        Assert.Equal(("quick", "cpu", 7), (results.Profile, results.Device, results.Seed));
        Assert.Equal(new ClaimRow("a", "b", "c", true, 4), Assert.Single(results.Claims));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public void Read_SomethingElse_SaysSo(string text)
    {
        var path = Path.Combine(_folder.FullName, "draw.results.json");
        File.WriteAllText(path, text);

        Assert.Contains("is not the results file of a run", Assert.Throws<PapersException>(() => RunResults.Read(path)).Message, StringComparison.Ordinal);
    }

    private static ClaimRow Claim(string claim, string ours, bool holds = true) => new(claim, ours, "better", holds, 10);

    private void Put(string name, string profile, bool ended, params ClaimRow[] claims)
    {
        var table = new OutcomeTable(_repository);
        table.Put(Catalogue.Find(_repository, name), profile, new RunResults(profile, "cpu", 3, new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero), claims), ended, seconds: 101.4);
        table.Save();
    }

    private List<string> Rows() => [.. File.ReadAllLines(Path.Combine(_repository.Notebooks, "RESULTS.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal))];
}
