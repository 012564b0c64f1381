using System.Text.RegularExpressions;
using PaperSharp.Cli.Authoring;
using PaperSharp.Cli.Book;
using PaperSharp.Cli.Commands;

namespace PaperSharp.Cli.Tests.Book;

public sealed partial class BookTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("papers-book-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Write_NotebooksWithoutOutputs_IsABookWhoseEveryLinkLeadsSomewhere()
    {
        var (repository, folder) = Write();

        var pages = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(["attention/far-sight.html", "index.html", "memory/ntm.html", "memory/wide-open.html", "solutions/far-sight-1.html", "solutions/ntm-1.html", "solutions/wide-open-1.html"], pages);
        foreach (var page in pages)
        {
            var path = Path.Combine(folder, page);
            var html = File.ReadAllText(path);
            Assert.All(
                Links().Matches(html).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)),
                link => Assert.True(LeadsSomewhere(path, html, link), $"{page} links to {link}"));
            Assert.DoesNotContain(repository.Root, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_PagesInARow_LeadToTheirNeighbours()
    {
        var (_, folder) = Write();

        var page = File.ReadAllText(Path.Combine(folder, "memory", "ntm.html"));
        Assert.Contains("<a rel=\"prev\" href=\"../attention/far-sight.html\">← Far &amp; sight</a><a rel=\"next\" href=\"../memory/wide-open.html\">Wide open →</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"home\" href=\"../index.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../solutions/ntm-1.html\">solution</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", File.ReadAllText(Path.Combine(folder, "attention", "far-sight.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Index_HasChaptersAndTitles()
    {
        var (_, folder) = Write();

        var index = File.ReadAllText(Path.Combine(folder, "index.html"));
        Assert.Equal(["attention", "memory", "solutions-of-the-exercises"], Chapters().Matches(index).Select(match => match.Groups[1].Value));
        Assert.Contains("<h3><a href=\"attention/far-sight.html\">Far &amp; sight</a></h3>", index, StringComparison.Ordinal);
    }

    private (Repository Repository, string Folder) Write()
    {
        var repository = Repository.At(_root.FullName);
        NewNotebook.Write(repository, "memory/ntm", null);
        NewNotebook.Write(repository, "memory/wide-open", null);
        NewNotebook.Write(repository, "attention/far-sight", "Far & sight");
        var folder = Path.Combine(_root.FullName, "book");
        BookCommand.Write(repository, new BookPlan(repository), folder, page => NotebookJson.Load(page.Entry.Path));
        return (repository, folder);
    }

    private static bool LeadsSomewhere(string page, string html, string link)
    {
        var parts = link.Split('#', 2);
        var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return File.Exists(file) && (parts.Length == 1 || (parts[0].Length == 0 ? html : File.ReadAllText(file)).Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<section aria-labelledby=\"([^\"]+)\"")]
    private static partial Regex Chapters();
}
