using PaperSharp.Cli;
using PaperSharp.Cli.Checks;
using PaperSharp.Cli.Html;

namespace Notebooks.Tests;

/// <summary>What <c>papers check</c> says of the repository's own notebooks: nothing.</summary>
public sealed class CheckTests
{
    public static TheoryData<string> All => Notebooks.All;

    [Theory, MemberData(nameof(All))]
    public async Task Check_NotebookOfTheRepository_FindsNothing(string notebook)
    {
        var repository = Repository.Find();
        var (katex, _) = Katex.Find(new WebAssets(repository.WebAssets));
        var entry = Catalogue.Find(repository, Path.Combine(Notebooks.Root, notebook));

        var findings = await NotebookChecks.RunAsync(entry, Catalogue.IsPaper(repository, entry), katex, CancellationToken.None);

        Assert.Empty(findings);
    }

    [Fact]
    public void LearningPath_NamesEveryPaperOnce()
    {
        var named = File.ReadLines(Path.Combine(Notebooks.Root, "notebooks", "learning-path.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();

        var papers = ((IEnumerable<object[]>)Notebooks.Papers).Select(paper => (string)paper[0]);
        Assert.Equal(papers.Select(path => path["notebooks/".Length..^".ipynb".Length]).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
