using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// The assemblies that cells see. One that the host has is used in preference to a copy that <c>#r</c> names; any
/// other is loaded from where <c>#r</c> found it, its dependencies from the same folder.
/// </summary>
internal sealed class References : MetadataReferenceResolver, IDisposable
{
    private static readonly string[] UsualNames =
    [
        "System.Private.CoreLib", "System.Runtime", "netstandard", "System.Collections", "System.Collections.Concurrent",
        "System.Console", "System.Linq", "System.Memory", "System.Runtime.Numerics", "System.Text.RegularExpressions",
        "System.Threading", "System.Threading.Tasks.Parallel",
    ];

    private static readonly Dictionary<string, string> HostPaths = FindHostPaths();
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Cache = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _loadable = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte> _nativeFolders = new(StringComparer.Ordinal);

    public References()
    {
        AssemblyLoadContext.Default.Resolving += Load;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += LoadNative;
    }

    /// <summary>The simple names of the assemblies that the host has.</summary>
    public static IReadOnlyCollection<string> HostNames => HostPaths.Keys;

    public override bool ResolveMissingAssemblies => true;

    /// <summary>
    /// Whether what the host's assemblies need is brought in as well. Few cells see anything of it, and it takes
    /// five times as many references, which every cell pays for.
    /// </summary>
    public bool ResolvesHostAssemblies { get; set; }

    /// <summary>
    /// What most cells need: every reference makes every cell slower to compile, so the rest of the framework comes
    /// in with the first cell that uses it.
    /// </summary>
    public static IReadOnlyList<MetadataReference> Usual() =>
        [.. UsualNames.Where(HostPaths.ContainsKey).Select(name => HostPaths[name]).Append(typeof(Kernel).Assembly.Location).Select(Get)];

    /// <summary>The whole framework.</summary>
    public static IReadOnlyList<MetadataReference> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. HostPaths.Values
            .Where(path => Path.GetDirectoryName(path) == folder && !Path.GetFileName(path).StartsWith("System.Private.", StringComparison.Ordinal))
            .Select(Get)];
    }

    public static string? HostPathOf(string name) => HostPaths.GetValueOrDefault(name);

    /// <summary>Makes an assembly file referable, as <c>#r</c> does.</summary>
    public PortableExecutableReference Add(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (HostPaths.TryGetValue(name, out var hostPath))
        {
            return Get(hostPath);
        }

        _folders.TryAdd(Path.GetDirectoryName(path)!, 0);
        return Get(_loadable.GetOrAdd(name, path));
    }

    /// <summary>Folders in which <c>DllImport</c> finds its libraries, beside the folder of the assembly that says it.</summary>
    public void AddNativeFolders(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            _nativeFolders.TryAdd(folder, 0);
        }
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var path = ScriptPaths.Resolve(reference, baseFilePath);
        if (File.Exists(path))
        {
            return [Add(path)];
        }

        // A simple name or a full one: "System.Xml.Linq", "System.Xml.Linq, Version=…".
        var simpleName = reference.Split(',')[0].Trim();
        var bareName = simpleName.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? simpleName[..^4] : simpleName;
        return HostPaths.TryGetValue(Path.GetFileName(bareName), out var hostPath) ? [Get(hostPath)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (HostPaths.TryGetValue(referenceIdentity.Name, out var hostPath))
        {
            return ResolvesHostAssemblies ? Get(hostPath) : null;
        }

        var neighbour = Find(referenceIdentity.Name);
        return neighbour is null ? null : Get(neighbour);
    }

    public void Dispose()
    {
        AssemblyLoadContext.Default.Resolving -= Load;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll -= LoadNative;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static PortableExecutableReference Get(string path) => Cache.GetOrAdd(path, p => MetadataReference.CreateFromFile(p));

    private static Dictionary<string, string> FindHostPaths()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in trusted)
        {
            paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return paths;
    }

    private Assembly? Load(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simpleName && Find(simpleName) is { } path ? context.LoadFromAssemblyPath(path) : null;

    private nint LoadNative(Assembly assembly, string name)
    {
        string[] fileNames = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", name + ".dylib"]
            : [name, $"lib{name}.so", name + ".so"];
        foreach (var path in _nativeFolders.Keys.Concat(_folders.Keys).SelectMany(folder => fileNames.Select(file => Path.Combine(folder, file))))
        {
            if (File.Exists(path) && NativeLibrary.TryLoad(path, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    private string? Find(string name) =>
        _loadable.TryGetValue(name, out var path)
            ? path
            : _folders.Keys.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
}
