using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaperSharp.Jupyter;

/// <summary>
/// What cells that do not compile would have declared. A cell that uses such a name cannot compile either; it is not
/// blamed for that, only for what is its own fault in any case.
/// </summary>
internal sealed class LostNames
{
    private static readonly HashSet<string> Unresolved = ["CS0103", "CS0246"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether the cell brings files or assemblies in.</summary>
    public static bool Loads(Compilation compilation) =>
        Cell(compilation).GetRoot().DescendantTrivia(descendIntoTrivia: true).Any(trivia => trivia.IsKind(SyntaxKind.LoadDirectiveTrivia) || trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia));

    /// <summary>The using lines of a cell, which hold even if the rest of it does not compile.</summary>
    public static string Usings(Compilation compilation) =>
        string.Join('\n', ((CompilationUnitSyntax)Cell(compilation).GetRoot()).Usings.Select(directive => directive.NormalizeWhitespace().ToString()));

    public void Add(Compilation compilation) => _names.UnionWith(Cell(compilation).GetRoot().DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    }).Where(name => name.Length > 0));

    public IEnumerable<Diagnostic> OwnFaults(ImmutableArray<Diagnostic> diagnostics, Compilation compilation)
    {
        var tree = Cell(compilation);
        if (!tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _names.Contains(token.ValueText)))
        {
            return diagnostics;
        }

        var syntax = tree.GetDiagnostics().Select(diagnostic => diagnostic.Location.SourceSpan).ToHashSet();
        return diagnostics.Where(diagnostic =>
            syntax.Contains(diagnostic.Location.SourceSpan)
            || (Unresolved.Contains(diagnostic.Id) && !_names.Contains(Named(diagnostic))));
    }

    private static SyntaxTree Cell(Compilation compilation) => compilation.SyntaxTrees.Last();

    private static string Named(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
}
