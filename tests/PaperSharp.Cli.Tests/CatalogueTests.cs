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

    private CatalogueEntry Entry(string text)
    {
        var path = Path.Combine(folder.FullName, "draw.ipynb");
        File.WriteAllText(path, text);
        return new CatalogueEntry("draw", "generative-models", path);
    }
}
