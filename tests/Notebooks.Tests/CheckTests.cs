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
}
