namespace PaperSharp.Cli.Book;

/// <summary>A page of the book.</summary>
/// <param name="Entry">The notebook.</param>
/// <param name="Title">Its title.</param>
internal sealed record BookPage(CatalogueEntry Entry, string Title)
{
    /// <summary>Its file in the book, with forward slashes: as the notebook's below <c>notebooks</c>.</summary>
    public string File => $"{Entry.Chapter}/{Entry.Name}.html";
}

/// <summary>Which pages a book has, in which order, and what leads from one to another.</summary>
internal sealed class BookPlan
{
    private readonly Repository _repository;

    public BookPlan(Repository repository)
    {
        _repository = repository;
        Papers = [.. Catalogue.Papers(repository).Select(entry => new BookPage(entry, entry.Title()))];
        Solutions = [.. Catalogue.Solutions(repository).Select(entry => new BookPage(entry, entry.Title()))];
    }

    public IReadOnlyList<BookPage> Papers { get; }

    public IReadOnlyList<BookPage> Solutions { get; }

    public IEnumerable<BookPage> All => Papers.Concat(Solutions);

    /// <summary>The pages' chapters, in order.</summary>
    public IEnumerable<IGrouping<string, BookPage>> Chapters => Papers.GroupBy(page => ChapterTitle(page.Entry.Chapter));

    /// <summary>The papers' pages follow one another; the solutions' follow one another too.</summary>
    public (BookPage? Previous, BookPage? Next) Around(BookPage page)
    {
        var row = (Papers.Contains(page) ? Papers : Solutions).ToList();
        var at = row.IndexOf(page);
        return (at > 0 ? row[at - 1] : null, at < row.Count - 1 ? row[at + 1] : null);
    }

    /// <summary>
    /// Where a relative link of a notebook leads in the book: to the page of a notebook, or to a file beside the notebooks,
    /// which the book then needs a copy of.
    /// </summary>
    /// <param name="page">The page with the link.</param>
    /// <param name="address">The link, relative to the notebook.</param>
    /// <param name="copies">Takes the files, relative to <c>notebooks</c>, that are to be copied.</param>
    public string Link(BookPage page, string address, ISet<string> copies)
    {
        var parts = address.Split('#', 2);
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Entry.Path)!, Uri.UnescapeDataString(parts[0])));
        if (All.FirstOrDefault(other => other.Entry.Path == file) is { } target)
        {
            return $"../{target.File}{(parts.Length > 1 ? "#" + parts[1] : "")}";
        }

        var relative = Path.GetRelativePath(_repository.Notebooks, file).Replace('\\', '/');
        if (!relative.StartsWith("..", StringComparison.Ordinal) && File.Exists(file))
        {
            copies.Add(relative);
            return $"../{relative}";
        }

        return address;
    }

    private static string ChapterTitle(string folder) => char.ToUpperInvariant(folder[0]) + folder[1..].Replace('-', ' ');
}
