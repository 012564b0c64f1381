namespace PaperSharp.Cli.Tests;

public sealed class CatalogueTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papers-catalogue-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"cells":[{"cell_type":"markdown","source":["Some text\n","# DRAW\n","more"]}]}""", "DRAW")]
    [InlineData("""{"cells":[{"cell_type":"markdown","source":"# One string"}]}""", "One string")]
    [InlineData("""{"cells":[]}""", "draw")]
    public void Title_ReadableNotebook_IsItsFirstHeadingOrItsName(string json, string expected) =>
        Assert.Equal(expected, Entry(json).Title());

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"cellz":[]}""")]
    [InlineData("[]")]
    public void Title_UnreadableNotebook_SaysSoInsteadOfThrowing(string text) =>
        Assert.Contains("not a readable notebook", Entry(text).Title(), StringComparison.Ordinal);

    [Fact]
    public void Find_UnknownName_ListsTheKnownOnes()
    {
        var repository = Repository.Find();

        var error = Assert.Throws<PapersException>(() => Catalogue.Find(repository, "no-such-paper"));

        Assert.Contains("no-such-paper", error.Message, StringComparison.Ordinal);
        Assert.All(Catalogue.Papers(repository), paper => Assert.Contains(paper.Name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Papers_OfALearningPath_FollowItAndThenTheirNames()
    {
        var repository = Notebooks(["sequences/lstm", "generative/draw", "generative/made", "generative/iwae", "solutions/draw-1"], "# read in this order\nsequences/lstm\ngenerative/made\n");

        Assert.Equal(["lstm", "made", "draw", "iwae"], Catalogue.Papers(repository).Select(paper => paper.Name));
    }

    [Theory]
    [InlineData("all", "draw lstm")]
    [InlineData("generative", "draw")]
    [InlineData("draw", null)]
    [InlineData("solutions", null)]
    public void Several_NameOfAFolder_IsItsPapers(string name, string? papers)
    {
        var repository = Notebooks(["sequences/lstm", "generative/draw", "solutions/draw-1"], "");

        Assert.Equal(papers, Catalogue.Several(repository, name) is { } found ? string.Join(' ', found.Select(paper => paper.Name)) : null);
    }

    private Repository Notebooks(string[] names, string learningPath)
    {
        var repository = Repository.At(folder.FullName);
        foreach (var name in names)
        {
            var path = Path.Combine(repository.Notebooks, name + ".ipynb");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, """{"cells":[]}""");
        }

        File.WriteAllText(Path.Combine(repository.Notebooks, "learning-path.txt"), learningPath);
        return repository;
    }

    private CatalogueEntry Entry(string text)
    {
        var path = Path.Combine(folder.FullName, "draw.ipynb");
        File.WriteAllText(path, text);
        return new CatalogueEntry("draw", "generative-models", path);
    }
}
