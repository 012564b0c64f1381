using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// What people write in cells and Roslyn's scripts do not know: <c>using var x = …;</c> between the statements, and
/// extension methods in a static class. The changes move no line.
/// </summary>
internal sealed class ScriptDialect
{
    private readonly List<TextSpan> _blanks = [];
    private readonly List<(int Position, string Text)> _inserts = [];

    public ScriptDialect(CompilationUnitSyntax root)
    {
        foreach (var directive in root.Usings.Where(u => u.SemicolonToken.IsMissing && u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None)))
        {
            OpenForGood(directive);
        }

        foreach (var type in root.Members.OfType<ClassDeclarationSyntax>().Where(c => c.Modifiers.Any(SyntaxKind.StaticKeyword) && c.TypeParameterList is null))
        {
            ForwardExtensions(type);
        }
    }

    /// <summary>What is replaced by as many blanks.</summary>
    public IReadOnlyList<TextSpan> Blanks => _blanks;

    public IReadOnlyList<(int Position, string Text)> Inserts => _inserts;

    /// <summary>The parser takes <c>using var x = …</c> for a directive. The variable lives on in the next cells, so nothing disposes of it here.</summary>
    private void OpenForGood(UsingDirectiveSyntax directive)
    {
        _blanks.Add(directive.UsingKeyword.Span);
        foreach (var trivia in directive.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.SkippedTokensTrivia) && t.ToString() == "await"))
        {
            _blanks.Add(trivia.Span);
        }
    }

    /// <summary>A cell's classes are nested ones, where C# allows no extension methods: outside of it stands one that calls the class's.</summary>
    private void ForwardExtensions(ClassDeclarationSyntax type)
    {
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>().Where(m => m.Modifiers.Any(SyntaxKind.PublicKeyword) || m.Modifiers.Any(SyntaxKind.InternalKeyword)))
        {
            if (method.ParameterList.Parameters.FirstOrDefault() is not { } first || first.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.ThisKeyword)) is not { RawKind: not 0 } keyword)
            {
                continue;
            }

            _blanks.Add(keyword.Span);
            var isRef = method.ReturnType is RefTypeSyntax;
            var arguments = method.ParameterList.Parameters.Select(p => $"{ArgumentModifier(p)}{p.Identifier.Text}");
            var typeArguments = method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(p => p.Identifier.Text))}>" : "";
            var unsafeModifier = method.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
            _inserts.Add((type.Span.End,
                $" static {unsafeModifier}{Words(method.ReturnType)} {method.Identifier.Text}{Words(method.TypeParameterList)}{Words(method.ParameterList)} " +
                $"{string.Concat(method.ConstraintClauses.Select(c => Words(c) + " "))}=> {(isRef ? "ref " : "")}{type.Identifier.Text}.{method.Identifier.Text}{typeArguments}({string.Join(", ", arguments)});"));
        }
    }

    private static string ArgumentModifier(ParameterSyntax parameter) =>
        parameter.Modifiers.Any(SyntaxKind.OutKeyword) ? "out "
        : parameter.Modifiers.Any(SyntaxKind.InKeyword) ? "in "
        : parameter.Modifiers.Any(SyntaxKind.RefKeyword) ? "ref "
        : "";

    /// <summary>The code in one line, without comments.</summary>
    private static string Words(SyntaxNode? node) => node is null ? "" : string.Join(' ', node.DescendantTokens().Select(t => t.Text));
}
