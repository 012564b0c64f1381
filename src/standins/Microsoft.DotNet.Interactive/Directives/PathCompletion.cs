using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>Files and folders that may follow what is typed of a path, relative to the current directory.</summary>
internal static class PathCompletion
{
    /// <summary>The names, and where in the typed text the part begins that they replace.</summary>
    public static (IReadOnlyList<CompletionItem> Items, int Start) Complete(string typed, IReadOnlyList<string> extensions)
    {
        var start = typed.LastIndexOfAny(['/', '\\']) + 1;
        var folder = new DirectoryInfo(Path.GetFullPath(Path.Combine(Directory.GetCurrentDirectory(), typed[..start])));
        var prefix = typed[start..];
        var items = new List<CompletionItem>();
        if (folder.Exists)
        {
            foreach (var entry in Entries(folder).Where(e => e.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(e => e is FileInfo).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase))
            {
                if (entry is DirectoryInfo)
                {
                    items.Add(new CompletionItem(entry.Name + "/", "Folder"));
                }
                else if (extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                {
                    items.Add(new CompletionItem(entry.Name, "File"));
                }
            }
        }

        return (items, start);
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.'))];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }
}
