using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp.Packages;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// Compiles cells one after another, each one seeing what the accepted ones before it declared. Roslyn's scripting
/// makes the compilations; emitting, loading and running are done here, because a run that is interrupted must
/// leave the variables it has assigned, which Roslyn's own runner throws away.
/// </summary>
internal sealed class SubmissionCompiler : IDisposable
{
    // Noise in notebooks: version unification, annotations without #nullable, an await-less async by nature.
    private static readonly HashSet<string> Ignored = ["CS1701", "CS1702", "CS8632", "CS1998", "CS8019"];

    private readonly CSharpParseOptions _parseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    private readonly References _references = new();
    private readonly HashSet<string> _imports;
    private readonly Lazy<ScriptOptions> _options;

    // A submission has its predecessor's references; naming them again would cost memory and time in every cell.
    private IReadOnlyList<MetadataReference> _newReferences = References.Usual();
    private bool _hasFramework;
    private Script<object>? _last;

    public SubmissionCompiler(IEnumerable<string> imports)
    {
        _imports = [.. imports];
        Files = new LoadedFiles(_parseOptions);
        _options = new Lazy<ScriptOptions>(CreateOptions);
    }

    public LoadedFiles Files { get; }

    public void AddImport(string import) => _imports.Add(import);

    /// <summary>Makes an assembly known to the cells to come, and returns the path of the one that is used: the host's own where it has it.</summary>
    public string AddReference(string path)
    {
        var reference = _references.Add(path);
        _newReferences = [.. _newReferences, reference];
        return reference.FilePath!;
    }

    public void AddNativeFolders(IEnumerable<string> folders) => _references.AddNativeFolders(folders);

    public IReadOnlyList<CellDiagnostic> Check(string code, string name, CancellationToken cancellationToken) =>
        WithFrameworkIfNeeded(() => Diagnose(CreateScript(PackageDirectives.Blank(code), name).GetCompilation().GetDiagnostics(cancellationToken)), found => found);

    /// <summary>Questions about code that is not going to run, as the user wrote it.</summary>
    public Compilation Ask(string code) => CreateScriptOf(PackageDirectives.Blank(code), "code").GetCompilation();

    /// <summary>Compiles and loads a cell; <see cref="Submission.Diagnostics"/> has an error when that failed.</summary>
    public Submission Compile(string code, string name, CancellationToken cancellationToken) =>
        WithFrameworkIfNeeded(() => CompileOnce(code, name, cancellationToken), submission => submission.Diagnostics);

    /// <summary>
    /// Makes a compiled cell the one that the next ones follow. Roslyn keeps the usings of a file that the cell loads
    /// to that file; here they hold for the next cells, as the cell's own do.
    /// </summary>
    public void Accept(Submission submission)
    {
        _last = submission.Script;
        _newReferences = [];
        if (LoadedUsings.Of(submission.Script.GetCompilation()) is { Length: > 0 } usings)
        {
            _last = CreateScriptOf(usings, "usings of loaded files");
        }
    }

    public void Dispose() => _references.Dispose();

    /// <summary>What to write instead of what a script cannot have.</summary>
    private static string? HintFor(string code) => code switch
    {
        "CS7021" => "Cells and the files that they load are scripts: leave the namespace out, or build the file into a library and reference that with #r.",
        "CS9283" => "In a cell, write the extension as a method: static int Words(this string text) => …; extension blocks belong in a library that #r references.",
        _ => null,
    };

    /// <summary>
    /// Whether nothing of the cell can be seen by the next ones: no variable, method, type, using or reference. Such
    /// a cell need not stay in the chain of submissions, which costs memory and, with every link, time.
    /// </summary>
    private static bool LeavesNothing(Compilation compilation) =>
        compilation.SyntaxTrees.ToList() is [var tree]
        && tree.GetRoot() is CompilationUnitSyntax { Usings.Count: 0, Externs.Count: 0 } root
        && root.GetReferenceDirectives().Count == 0
        && compilation.ScriptClass!.GetMembers().All(member => member.IsImplicitlyDeclared);

    /// <summary>Compiles with the usual references and, where that fails, with all of the framework and what it needs.</summary>
    private T WithFrameworkIfNeeded<T>(Func<T> compile, Func<T, IReadOnlyList<CellDiagnostic>> diagnosticsOf)
    {
        var usual = compile();
        if (_hasFramework || !diagnosticsOf(usual).Any(d => d.IsError))
        {
            return usual;
        }

        var references = _newReferences;
        _newReferences = [.. references, .. References.Framework()];
        _references.ResolvesHostAssemblies = true;
        var whole = compile();
        _hasFramework = !diagnosticsOf(whole).Any(d => d.IsError);
        if (_hasFramework)
        {
            return whole;
        }

        _references.ResolvesHostAssemblies = false;
        _newReferences = references;
        return usual;
    }

    private Submission CompileOnce(string code, string name, CancellationToken cancellationToken)
    {
        var script = CreateScript(code, name);
        var compilation = script.GetCompilation();
        if (compilation.SyntaxTrees.All(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members.Count == 0))
        {
            return new Submission(script, null, Diagnose(compilation.GetDiagnostics(cancellationToken)), LeavesNothing: false);
        }

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellationToken);
        var diagnostics = Diagnose(emitted.Diagnostics);
        if (!emitted.Success)
        {
            return new Submission(script, null, diagnostics, LeavesNothing: true);
        }

        assembly.Position = symbols.Position = 0;
        var entryPoint = compilation.GetEntryPoint(cancellationToken)!;
        var loaded = AssemblyLoadContext.Default.LoadFromStream(assembly, symbols);
        var entry = loaded.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
        return new Submission(script, entry, diagnostics, LeavesNothing(compilation));
    }

    private Script<object> CreateScript(string code, string name) => CreateScriptOf(Files.AddCell(name, code), name);

    private Script<object> CreateScriptOf(string text, string name)
    {
        var options = _options.Value.WithFilePath(name).WithReferences(_newReferences);
        return _last is null ? CSharpScript.Create<object>(text, options) : _last.ContinueWith<object>(text, options);
    }

    private ScriptOptions CreateOptions() =>
        ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithMetadataResolver(_references)
            .WithSourceResolver(Files)
            .WithImports(_imports);

    private List<CellDiagnostic> Diagnose(ImmutableArray<CodeAnalysis.Diagnostic> diagnostics)
    {
        return [.. diagnostics
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !Ignored.Contains(d.Id))
            .Select(ToCell)
            .DistinctBy(d => d.ToString())
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start.Line).ThenBy(d => d.Span.Start.Character)];
    }

    private CellDiagnostic ToCell(CodeAnalysis.Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture) + (HintFor(diagnostic.Id) is { } hint ? $" {hint}" : "");
        return new CellDiagnostic(span.Path, new LinePositionSpan(Original(span.Path, span.StartLinePosition), Original(span.Path, span.EndLinePosition)), diagnostic.Severity, diagnostic.Id, message);
    }

    private LinePosition Original(string path, CodeAnalysis.Text.LinePosition position) =>
        new(position.Line, Files.OriginalColumn(path, position.Line, position.Character));
}
