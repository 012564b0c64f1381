namespace PaperSharp.Cli.Html;

/// <summary>Where a page stands: what its relative links and pictures lead to, and the pages around it.</summary>
/// <param name="Folder">The notebook's folder, where its relative pictures are; null when there is none.</param>
/// <param name="Link">The address on the page for a relative one in the notebook.</param>
/// <param name="Home">The index of the pages, or null for a page on its own.</param>
/// <param name="Previous">The page before, if there is one.</param>
/// <param name="Next">The page after, if there is one.</param>
internal sealed record PagePlace(string? Folder, Func<string, string> Link, string? Home = null, PageLink? Previous = null, PageLink? Next = null)
{
    public static PagePlace Nowhere { get; } = new(null, address => address);

    /// <summary>A page on its own, which may stand elsewhere than the notebook: its links find the same files.</summary>
    public static PagePlace Alone(string notebookFolder, string page)
    {
        var pageFolder = Path.GetDirectoryName(Path.GetFullPath(page))!;
        return new PagePlace(notebookFolder, address =>
        {
            var parts = address.Split('#', 2);
            var file = Path.GetFullPath(Path.Combine(notebookFolder, Uri.UnescapeDataString(parts[0])));
            var relative = Path.GetRelativePath(pageFolder, file).Replace('\\', '/');
            return string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)) + (parts.Length > 1 ? "#" + parts[1] : "");
        });
    }
}

/// <summary>A link to another page.</summary>
internal sealed record PageLink(string Address, string Title);
