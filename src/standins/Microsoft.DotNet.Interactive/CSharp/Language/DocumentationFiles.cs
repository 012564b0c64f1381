using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>
/// The XML documentation of a symbol: written in a cell, or in the file beside its assembly, or for the framework in
/// the SDK's reference pack. Files are searched anew each time, which takes milliseconds, rather than kept in memory.
/// </summary>
internal static class DocumentationFiles
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Lazy<string?> Pack = new(FindPack);
    private static readonly Lazy<Dictionary<string, string>> PackTypes = new(IndexPack);
    private static readonly ConcurrentDictionary<string, byte[]?> Small = new(StringComparer.Ordinal);

    /// <summary>The <c>member</c> element of the symbol, or null where it has no documentation.</summary>
    public static string? Find(ISymbol symbol, Compilation compilation) => Find(symbol, compilation, depth: 0);

    private static string? Find(ISymbol symbol, Compilation compilation, int depth)
    {
        symbol = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        var xml = symbol.DeclaringSyntaxReferences.Length > 0 ? symbol.GetDocumentationCommentXml() : FromFile(symbol, compilation);
        if ((string.IsNullOrEmpty(xml) || xml.Contains("<inheritdoc", StringComparison.Ordinal)) && depth < 5)
        {
            return Inherited(symbol).Select(s => Find(s, compilation, depth + 1)).FirstOrDefault(x => !string.IsNullOrEmpty(x)) ?? xml;
        }

        return xml;
    }

    private static IEnumerable<ISymbol> Inherited(ISymbol symbol)
    {
        var overridden = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            INamedTypeSymbol type => type.BaseType,
            _ => null,
        };
        IEnumerable<ISymbol> first = overridden is null ? [] : [overridden];
        return symbol.ContainingType is { } owner && symbol is not INamedTypeSymbol
            ? first.Concat(owner.AllInterfaces.SelectMany(i => i.GetMembers()).Where(m => SymbolEqualityComparer.Default.Equals(owner.FindImplementationForInterfaceMember(m), symbol)))
            : first;
    }

    private static string? FromFile(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly || PathOf(assembly, compilation) is not { } path)
        {
            return null;
        }

        return Candidates(symbol, path).Select(file => Member(file, id)).FirstOrDefault(found => found is not null);
    }

    private static string? PathOf(IAssemblySymbol assembly, Compilation? compilation)
    {
        for (; compilation is not null; compilation = compilation.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            if (compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path })
            {
                return path;
            }
        }

        return References.HostPathOf(assembly.Name);
    }

    private static IEnumerable<string> Candidates(ISymbol symbol, string assemblyPath)
    {
        yield return Path.ChangeExtension(assemblyPath, ".xml");
        if (Pack.Value is { } pack && Path.GetDirectoryName(assemblyPath) == FrameworkFolder)
        {
            var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
            while (type?.ContainingType is { } outer)
            {
                type = outer;
            }

            if (type is not null && PackTypes.Value.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}", out var assembly))
            {
                yield return Path.Combine(pack, assembly + ".xml");
            }
        }
    }

    private static string? Member(string file, string id)
    {
        var bytes = Small.TryGetValue(file, out var kept) ? kept : Read(file);
        if (bytes is null)
        {
            return null;
        }

        var start = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\">"));
        if (start < 0)
        {
            return null;
        }

        var end = bytes.AsSpan(start).IndexOf("</member>"u8);
        return end < 0 ? null : Encoding.UTF8.GetString(bytes, start, end + "</member>".Length);
    }

    private static byte[]? Read(string file)
    {
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : null;
        if (bytes is null || bytes.Length < 1 << 20)
        {
            Small.TryAdd(file, bytes);
        }

        return bytes;
    }

    private static string? FindPack()
    {
        var root = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        return !Directory.Exists(root) ? null : Directory.GetDirectories(root)
            .Select(version => Path.Combine(version, "ref", framework))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    /// <summary>Which reference assembly has a type: at run time many of them live in other assemblies.</summary>
    private static Dictionary<string, string> IndexPack()
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Pack.Value is { } pack ? Directory.GetFiles(pack, "*.dll") : [])
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.TypeDefinitions)
            {
                var type = metadata.GetTypeDefinition(handle);
                types[$"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"] = Path.GetFileNameWithoutExtension(path);
            }
        }

        return types;
    }
}
