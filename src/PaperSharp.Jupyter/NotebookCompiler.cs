using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;

namespace PaperSharp.Jupyter;

/// <summary>Compiles the cells of a notebook one after another without running them.</summary>
internal static class NotebookCompiler
{
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    // Version unification, annotations without #nullable, and an async cell without await are no faults of a notebook.
    private static readonly HashSet<string> Ignored = ["CS1701", "CS1702", "CS8632", "CS1998"];

    private static readonly CSharpParseOptions ScriptParsing = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

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
        var lost = new LostNames();
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
            var code = AsTheKernelReads(CellDirectives.OnlyCSharp(cell.Source));
            var named = options.WithFilePath($"cell {number}");
            var script = last is null ? CSharpScript.Create<object>(code, named) : last.ContinueWith<object>(code, named);
            var compilation = script.GetCompilation();
            var diagnostics = compilation.GetDiagnostics(cancellationToken);
            found.AddRange(Shown(lost.OwnFaults(diagnostics, compilation)).Select(d => ToCell(d, index, cell.Id, number, workingDirectory)).Distinct());
            if (!diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            {
                last = script.ContinueWith<object>(LoadedUsings.Of(compilation), named);
                continue;
            }

            if (LostNames.Loads(compilation))
            {
                // Without the set-up's references nothing below can compile.
                break;
            }

            lost.Add(compilation);
            if (LostNames.Usings(compilation) is { Length: > 0 } usings)
            {
                var opened = last is null ? CSharpScript.Create<object>(usings, named) : last.ContinueWith<object>(usings, named);
                last = opened.GetCompilation().GetDiagnostics(cancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error) ? last : opened;
            }
        }

        return found;
    }

    /// <summary>With the changes that let the kernel take what Roslyn's scripts do not know; no line moves.</summary>
    private static string AsTheKernelReads(string code)
    {
        var dialect = new ScriptDialect((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, ScriptParsing).GetRoot());
        var changes = dialect.Blanks.Select(span => new TextChange(span, new string(' ', span.Length)))
            .Concat(dialect.Inserts.Select(insert => new TextChange(new TextSpan(insert.Position, 0), insert.Text)));
        return SourceText.From(code).WithChanges(changes.OrderBy(change => change.Span)).ToString();
    }

    private static IEnumerable<Microsoft.CodeAnalysis.Diagnostic> Shown(IEnumerable<Microsoft.CodeAnalysis.Diagnostic> diagnostics) =>
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
