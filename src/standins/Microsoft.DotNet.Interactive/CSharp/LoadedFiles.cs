using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.CSharp.Packages;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>The texts that the compiler sees, cells and files that <c>#load</c> names, with their checkpoints.</summary>
internal sealed class LoadedFiles(CSharpParseOptions parseOptions) : SourceReferenceResolver
{
    private readonly ConcurrentDictionary<string, Checkpoints> _texts = new(StringComparer.Ordinal);

    public bool Knows(string path) => _texts.ContainsKey(path);

    public string AddCell(string name, string code) => Add(name, code).Text;

    public int OriginalColumn(string path, int line, int character) =>
        _texts.TryGetValue(path, out var text) ? text.ToOriginal(line, character) : character;

    /// <summary>The text as the user wrote it, or null for a path that is no cell and no loaded file.</summary>
    public string? Original(string path) => _texts.TryGetValue(path, out var text) ? text.Original : null;

    /// <summary>Also called for the paths in debug information: a cell's name is no path and stays as it is.</summary>
    public override string? NormalizePath(string path, string? baseFilePath) => Knows(path) ? path : ScriptPaths.Resolve(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var full = ScriptPaths.Resolve(path, baseFilePath);
        return File.Exists(full) ? full : null;
    }

    public override SourceText ReadText(string resolvedPath) =>
        SourceText.From(Add(resolvedPath, PackageDirectives.Blank(File.ReadAllText(resolvedPath))).Text, Encoding.UTF8);

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private Checkpoints Add(string path, string code) => _texts[path] = Checkpoints.Insert(code, parseOptions);
}
