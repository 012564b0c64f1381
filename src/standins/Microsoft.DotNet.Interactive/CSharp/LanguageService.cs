using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>What may follow, and what stands, at a place in a cell that is being written.</summary>
internal sealed class LanguageService(Compilation compilation)
{
    private readonly SyntaxTree _tree = compilation.SyntaxTrees.Last();
    private readonly SemanticModel _model = compilation.GetSemanticModel(compilation.SyntaxTrees.Last());

    /// <summary>The names that begin as the identifier before the position does, and the span of that identifier.</summary>
    public (IReadOnlyList<CompletionItem> Items, LinePositionSpan Span) Complete(LinePosition position)
    {
        var text = _tree.GetText();
        var offset = OffsetOf(text, position);
        var start = offset;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
        {
            start--;
        }

        var prefix = text.ToString(TextSpan.FromBounds(start, offset));
        var items = SymbolsAt(start)
            .Where(symbol => symbol.CanBeReferencedByName && symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && symbol.Name != "__Interrupt")
            .GroupBy(symbol => symbol.Name, StringComparer.Ordinal)
            .OrderBy(group => !group.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ThenBy(group => Rank(group.First()))
            .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new CompletionItem(group.Key, group.First().Kind.ToString()))
            .ToList();
        return (items, SpanOf(text, TextSpan.FromBounds(start, offset)));
    }

    /// <summary>The signature and summary of the symbol at the position, or null where there is none.</summary>
    public (string Text, LinePositionSpan Span)? Describe(LinePosition position)
    {
        var text = _tree.GetText();
        var token = _tree.GetRoot().FindToken(Math.Max(0, OffsetOf(text, position)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && token.SpanStart > 0)
        {
            token = _tree.GetRoot().FindToken(token.SpanStart - 1);
        }

        if (token.Parent is not { } node || !token.IsKind(SyntaxKind.IdentifierToken))
        {
            return null;
        }

        var info = _model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? _model.GetDeclaredSymbol(node);
        return symbol is null ? null : (symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), SpanOf(text, token.Span));
    }

    private IEnumerable<ISymbol> SymbolsAt(int start)
    {
        var before = start > 0 ? _tree.GetRoot().FindToken(start - 1) : default;
        if (!before.IsKind(SyntaxKind.DotToken) || before.Parent is null)
        {
            return _model.LookupSymbols(start);
        }

        var owner = before.Parent switch
        {
            MemberAccessExpressionSyntax access => (SyntaxNode)access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            _ => null,
        };
        if (owner is null)
        {
            return [];
        }

        if (_model.GetSymbolInfo(owner).Symbol is INamespaceOrTypeSymbol container)
        {
            return _model.LookupSymbols(start, container).Where(s => s.IsStatic || s is INamespaceOrTypeSymbol);
        }

        var type = _model.GetTypeInfo(owner).Type;
        return type is null or IErrorTypeSymbol
            ? []
            : _model.LookupSymbols(start, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not INamedTypeSymbol);
    }

    private static int Rank(ISymbol symbol) => symbol.Kind switch
    {
        SymbolKind.Local or SymbolKind.Parameter or SymbolKind.RangeVariable => 0,
        SymbolKind.Field or SymbolKind.Property => 1,
        SymbolKind.Method => 2,
        SymbolKind.NamedType => 3,
        _ => 4,
    };

    private static int OffsetOf(SourceText text, LinePosition position)
    {
        var line = text.Lines[Math.Clamp(position.Line, 0, text.Lines.Count - 1)];
        return Math.Clamp(line.Start + position.Character, line.Start, line.End);
    }

    private static LinePositionSpan SpanOf(SourceText text, TextSpan span) =>
        LinePositionSpan.FromCodeAnalysisLinePositionSpan(text.Lines.GetLinePositionSpan(span));
}
