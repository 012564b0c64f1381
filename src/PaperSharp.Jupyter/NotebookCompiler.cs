using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace PaperSharp.Jupyter;

/// <summary>Compiles the cells of a notebook one after another without running them.</summary>
internal static class NotebookCompiler
{
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    // Version unification, annotations without #nullable, and an async cell without await are no faults of a notebook.
    private static readonly HashSet<string> Ignored = ["CS1701", "CS1702", "CS8632", "CS1998"];

    public static IReadOnlyList<CellDiagnostic> Compile(NotebookDocument notebook, string workingDirectory, CancellationToken cancellationToken)
    {
        var options = ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            .WithImports(Imports)
            .WithReferences(HostReferences())
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(workingDirectory))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(workingDirectory));

        var found = new List<CellDiagnostic>();
        Script<object>? last = null;
        var number = 0;
        for (var index = 0; index < notebook.Cells.Count; index++)
        {
            var cell = notebook.Cells[index];
            if (cell.Type != CellType.Code)
            {
                continue;
            }

            number++;
            var code = CellDirectives.OnlyCSharp(cell.Source);
            var named = options.WithFilePath($"cell {number}");
            var script = last is null ? CSharpScript.Create<object>(code, named) : last.ContinueWith<object>(code, named);
            var diagnostics = script.GetCompilation().GetDiagnostics(cancellationToken);
            found.AddRange(Shown(diagnostics).Select(d => ToCell(d, index, cell.Id, number, workingDirectory)).Distinct());
            if (diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            {
                // The cells below would only complain about what this one failed to declare.
                break;
            }

            last = script.ContinueWith<object>(UsingsOfLoadedFiles(script.GetCompilation()), named);
        }

        return found;
    }

    /// <summary>They hold for the cells after the one that loads the file, as they do in the kernel.</summary>
    private static string UsingsOfLoadedFiles(Compilation compilation) => string.Join(
        '\n',
        compilation.SyntaxTrees.SkipLast(1)
            .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            .Select(directive => directive.NormalizeWhitespace().ToString())
            .Distinct());

    private static IEnumerable<Microsoft.CodeAnalysis.Diagnostic> Shown(ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> diagnostics) =>
        diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !Ignored.Contains(d.Id))
            .OrderBy(d => d.Location.GetMappedLineSpan().StartLinePosition);

    private static CellDiagnostic ToCell(Microsoft.CodeAnalysis.Diagnostic diagnostic, int index, string id, int number, string workingDirectory)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var file = Path.IsPathRooted(span.Path) ? Path.GetRelativePath(workingDirectory, span.Path).Replace('\\', '/') : null;
        var position = span.StartLinePosition;
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new CellDiagnostic(index, id, number, file, position.Line + 1, position.Character + 1, diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.Id, message);
    }

    private static IEnumerable<MetadataReference> HostReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var own = Path.GetDirectoryName(typeof(Kernel).Assembly.Location)!;
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return trusted
            .Where(path => Path.GetDirectoryName(path) == framework ||
                (Path.GetDirectoryName(path) == own && Path.GetFileName(path).StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal)) ||
                Path.GetFileName(path) == "Microsoft.AspNetCore.Html.Abstractions.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
