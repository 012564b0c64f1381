using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>
/// The packages that the cells of one kernel have asked for. All of them are restored together, so that their
/// dependencies fit; what is loaded already stays, whatever a later cell asks for.
/// </summary>
internal sealed class PackageSession(CSharpKernel kernel, SubmissionCompiler compiler)
{
    private readonly Dictionary<string, PackageReference> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, ResolvedPackageReference> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Does what the package directives of a cell say, and returns the cell without them.</summary>
    public async Task<string> InstallAsync(SubmitCode command, string name, KernelInvocationContext context)
    {
        var directives = PackageDirectives.Find(command.Code, Path.IsPathRooted(name) ? name : null);
        if (directives.Count == 0)
        {
            return command.Code;
        }

        foreach (var directive in directives.Where(d => d.IsSource))
        {
            AddSource(directive);
        }

        var wanted = directives.Where(d => !d.IsSource).Select(Parse).Where(IsNew).DistinctBy(p => p.PackageName, StringComparer.OrdinalIgnoreCase).ToList();
        if (wanted.Count > 0)
        {
            await RestoreAsync(wanted, command, context).ConfigureAwait(false);
        }

        return PackageDirectives.Blank(command.Code);
    }

    private static PackageReference Parse(PackageDirective directive) =>
        PackageReference.TryParse(directive.Value, out var package)
            ? package!
            : throw new InvalidOperationException($"{Where(directive)}: #r \"{directive.Value}\" is not of the form #r \"nuget: Id\" or #r \"nuget: Id, Version\".");

    private static string Where(PackageDirective directive) =>
        directive.File is null ? $"Line {directive.Line}" : $"{ScriptPaths.Show(directive.File)}, line {directive.Line}";

    private void AddSource(PackageDirective directive)
    {
        var source = directive.Value["nuget:".Length..].Trim();
        if (!Uri.TryCreate(source, UriKind.Absolute, out var uri) || uri.IsFile)
        {
            source = ScriptPaths.Resolve(uri is { IsFile: true } ? uri.LocalPath : source, directive.File);
            if (!Directory.Exists(source))
            {
                throw new DirectoryNotFoundException($"{Where(directive)}: #i \"{directive.Value}\": there is no folder {source}.");
            }
        }

        if (!_sources.Contains(source))
        {
            _sources.Add(source);
        }
    }

    private bool IsNew(PackageReference package)
    {
        if (!_asked.TryGetValue(package.PackageName, out var earlier))
        {
            return true;
        }

        var loaded = _loaded[package.PackageName].PackageVersion;
        return !package.IsPackageVersionSpecified || package.PackageVersion == earlier.PackageVersion || package.PackageVersion == loaded
            ? false
            : throw new InvalidOperationException($"{package.PackageName} {loaded} is loaded already and stays so until the kernel restarts; restart it to get version {package.PackageVersion}.");
    }

    private async Task RestoreAsync(List<PackageReference> wanted, SubmitCode command, KernelInvocationContext context)
    {
        var watch = Stopwatch.StartNew();
        var names = string.Join(", ", wanted.Select(p => p.PackageName));
        var restore = PackageRestore.RunAsync(new PackageSet([.. _asked.Values, .. wanted], _sources), context.Interruption);
        DisplayedValue? shown = null;
        while (await Task.WhenAny(restore, Task.Delay(shown is null ? 300 : 1000, CancellationToken.None)).ConfigureAwait(false) != restore)
        {
            var progress = string.Create(CultureInfo.InvariantCulture, $"Installing {names} … {watch.Elapsed.TotalSeconds:0} s");
            if (shown is null)
            {
                shown = context.DisplayAs(progress, PlainTextFormatter.MimeType);
            }
            else
            {
                shown.Update(progress);
            }
        }

        IReadOnlyList<ResolvedPackageReference> resolved;
        try
        {
            resolved = await restore.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var reason = exception is OperationCanceledException ? "interrupted" : "failed";
            if (shown is not null)
            {
                shown.Update($"Installing {names}: {reason}");
            }

            throw;
        }

        foreach (var package in wanted)
        {
            _asked[package.PackageName] = package;
        }

        var added = resolved.Where(p => _loaded.TryAdd(p.PackageName, p)).ToList();
        var notes = added.SelectMany(p => Reference(p, wanted)).Concat(Kept(resolved)).ToList();
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var lines = wanted.Select(p => $"Installed Package {p.PackageName} {_loaded[p.PackageName].PackageVersion} in {seconds} s").Concat(notes);
        var text = string.Join('\n', lines);
        if (shown is null)
        {
            context.DisplayAs(text, PlainTextFormatter.MimeType);
        }
        else
        {
            shown.Update(text);
        }

        foreach (var package in added)
        {
            context.Publish(new PackageAdded(package, command));
        }

        foreach (var package in added)
        {
            await LoadExtensionsAsync(package, command, context).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a package's assemblies and native libraries available, and tells where the program's own copy is used.</summary>
    private IEnumerable<string> Reference(ResolvedPackageReference package, List<PackageReference> wanted)
    {
        compiler.AddNativeFolders(package.ProbingPaths);
        foreach (var path in package.AssemblyPaths)
        {
            var used = compiler.AddReference(path);
            if (used == path)
            {
                continue;
            }

            var own = AssemblyName.GetAssemblyName(used);
            var theirs = AssemblyName.GetAssemblyName(path);
            var isWanted = wanted.Any(p => p.PackageName.Equals(package.PackageName, StringComparison.OrdinalIgnoreCase));
            if (own.Version < theirs.Version || (isWanted && own.Version != theirs.Version))
            {
                yield return $"{own.Name} {own.Version} is part of this kernel and is used instead of {theirs.Version}.";
            }
        }
    }

    private IEnumerable<string> Kept(IReadOnlyList<ResolvedPackageReference> resolved) =>
        resolved.Where(p => _loaded[p.PackageName].PackageVersion != p.PackageVersion)
            .Select(p => $"{p.PackageName} {_loaded[p.PackageName].PackageVersion} is loaded already and is used instead of {p.PackageVersion}; restart the kernel to change that.");

    private async Task LoadExtensionsAsync(ResolvedPackageReference package, SubmitCode command, KernelInvocationContext context)
    {
        var folder = Path.Combine(package.PackageRoot!, "interactive-extensions", "dotnet");
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        {
            compiler.AddReference(path);
            try
            {
                var assembly = Assembly.LoadFrom(path);
                foreach (var type in assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(IKernelExtension)) && t is { IsAbstract: false, IsInterface: false }))
                {
                    var extension = (IKernelExtension)Activator.CreateInstance(type)!;
                    await extension.OnLoadAsync(kernel.RootKernel).ConfigureAwait(false);
                    context.Publish(new KernelExtensionLoaded(extension, command));
                }
            }
            catch (Exception exception)
            {
                var inner = new InvalidOperationException($"The kernel extension {Path.GetFileName(path)} of {package.PackageName} {package.PackageVersion} failed: {exception.Message}", exception);
                throw new KernelExtensionLoadException(inner);
            }
        }
    }
}
