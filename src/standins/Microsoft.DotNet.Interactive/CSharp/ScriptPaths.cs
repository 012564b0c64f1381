namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>Paths in <c>#r</c> and <c>#load</c> are relative to the file that says them, for a cell to the notebook's folder.</summary>
internal static class ScriptPaths
{
    public static string Resolve(string path, string? baseFilePath)
    {
        var folder = baseFilePath is not null && Path.IsPathRooted(baseFilePath)
            ? Path.GetDirectoryName(baseFilePath)!
            : Directory.GetCurrentDirectory();
        return Path.GetFullPath(Path.Combine(folder, path));
    }

    /// <summary>A file's path as a reader of the notebook would write it; a cell's name stays what it is.</summary>
    public static string Show(string path) =>
        Path.IsPathRooted(path) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/') : path;
}
