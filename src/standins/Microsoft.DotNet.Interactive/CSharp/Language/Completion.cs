using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>What may follow at a place in a cell that is being written, the likeliest first.</summary>
internal static partial class Completion
{
    private const int MaximumItems = 1000;

    /// <summary>The items, and the span of what is typed of them.</summary>
    public static (IReadOnlyList<CompletionItem> Items, TextSpan Span) Complete(Document document, int offset, CancellationToken cancellationToken)
    {
        var root = document.GetSyntaxRootAsync(cancellationToken).GetAwaiter().GetResult()!;
        var text = root.GetText();
        var line = text.Lines.GetLineFromPosition(offset);
        var path = PathLine().Match(text.ToString(TextSpan.FromBounds(line.Start, offset)));
        if (path.Success)
        {
            return CompletePath(path.Groups["kind"].Value, path.Groups["path"].Value, offset);
        }

        var start = offset;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
        {
            start--;
        }

        var typed = text.ToString(TextSpan.FromBounds(start, offset));
        var span = TextSpan.FromBounds(start, offset);
        if (IsInText(root, offset) || (typed.Length > 0 && char.IsDigit(typed[0])))
        {
            return ([], span);
        }

        var model = document.GetSemanticModelAsync(cancellationToken).GetAwaiter().GetResult()!;
        var before = start > 0 ? root.FindToken(start - 1) : default;
        before = before.SpanStart >= start ? before.GetPreviousToken() : before;
        var candidates = Initializable(model, before, start) is { Count: > 0 } members
            ? members.SelectMany(m => OfSymbol(m, typed))
            : LanguageWorkspace.Recommend(document, offset, cancellationToken).SelectMany(s => OfSymbol(s, typed))
                .Concat(Keywords.After(before).SelectMany(k => OfText(k, k, "Keyword", 30, typed)))
                .Concat(ArgumentNames(model, before).SelectMany(name => OfText(name + ":", name, "Parameter", 5, typed)));
        var items = candidates
            .GroupBy(c => c.Name, StringComparer.Ordinal)
            .Select(g => g.MinBy(c => c.Order)! with { Overloads = g.Count() })
            .OrderBy(c => c.Match).ThenBy(c => c.Order).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(MaximumItems)
            .Select((c, i) => new CompletionItem(
                c.Name,
                c.Kind,
                sortText: i.ToString("0000", CultureInfo.InvariantCulture),
                documentation: c.Symbol is null ? null : SymbolText.Brief(c.Symbol, c.Overloads)))
            .ToList();
        return (items, span);
    }

    private static (IReadOnlyList<CompletionItem> Items, TextSpan Span) CompletePath(string kind, string typed, int offset)
    {
        if (typed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return ([], new TextSpan(offset, 0));
        }

        var (items, start) = PathCompletion.Complete(typed, kind == "r" ? [".dll"] : [".csx", ".cs"]);
        if (kind == "r" && start == 0)
        {
            items = [.. items, .. References.HostNames.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && !name.StartsWith("System.Private.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => new CompletionItem(name, "Module"))];
        }

        return (items, TextSpan.FromBounds(offset - typed.Length + start, offset));
    }

    private static bool IsInText(SyntaxNode root, int offset)
    {
        if (offset == 0)
        {
            return false;
        }

        var trivia = root.FindTrivia(offset - 1);
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia)
        {
            return offset <= trivia.Span.End && !(trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && offset == trivia.Span.End && trivia.ToString().EndsWith("*/", StringComparison.Ordinal));
        }

        var token = root.FindToken(offset - 1);
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken =>
                offset > token.SpanStart && (offset < token.Span.End || token.ContainsDiagnostics),
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken => true,
            _ => false,
        };
    }

    private static IEnumerable<Candidate> OfSymbol(ISymbol symbol, string typed)
    {
        var match = NameMatch.Rank(symbol.Name, typed);
        return match == NameMatch.None || !symbol.CanBeReferencedByName || symbol.Name.StartsWith("__", StringComparison.Ordinal) || IsHidden(symbol)
            ? []
            : [new Candidate(symbol.Name, SymbolText.KindOf(symbol), match, OrderOf(symbol), symbol)];
    }

    private static IEnumerable<Candidate> OfText(string insert, string name, string kind, int order, string typed)
    {
        var match = NameMatch.Rank(name, typed);
        return match == NameMatch.None ? [] : [new Candidate(insert, kind, match, order, null)];
    }

    private static int OrderOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        { ContainingType.IsScriptClass: true } and not INamedTypeSymbol => 1,
        IMethodSymbol { Name: "Equals" or "GetHashCode" or "GetType" or "ReferenceEquals" } => 20,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => 15,
        IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol => 10,
        INamedTypeSymbol { ContainingType.IsScriptClass: true } => 12,
        INamedTypeSymbol => 25,
        _ => 40,
    };

    /// <summary>Scripts see the internals of the framework, which users should not.</summary>
    private static bool IsHidden(ISymbol symbol) =>
        (symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal && symbol is not INamespaceSymbol) ||
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name switch
    {
        "ObsoleteAttribute" => true,
        "EditorBrowsableAttribute" => a.ConstructorArguments is [{ Value: 1 }],
        _ => false,
    });

    /// <summary>In <c>new Point { | }</c>, the members that may be set and are not yet.</summary>
    private static List<ISymbol> Initializable(SemanticModel model, SyntaxToken before, int start)
    {
        if (before.Parent is not InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer || before.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken) ||
            initializer.Parent is not BaseObjectCreationExpressionSyntax creation || model.GetTypeInfo(creation).Type is not { } type)
        {
            return [];
        }

        var set = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. model.LookupSymbols(start, type).Where(s => !s.IsStatic && !set.Contains(s.Name) && s is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false })];
    }

    private static IEnumerable<string> ArgumentNames(SemanticModel model, SyntaxToken before)
    {
        if (before.Parent is not BaseArgumentListSyntax list || before.Kind() is not (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.OpenBracketToken))
        {
            return [];
        }

        var named = list.Arguments.Select(a => a.NameColon?.Name.Identifier.ValueText).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var positional = list.Arguments.TakeWhile(a => a.NameColon is null && a.Span.End <= before.SpanStart && !a.IsMissing).Count();
        return SignatureHelp.Candidates(model, list).SelectMany(m => m.Parameters.Skip(positional).Select(p => p.Name)).Where(n => !named.Contains(n)).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\s*#(?<kind>r|load)\s+""(?<path>[^""]*)$")]
    private static partial Regex PathLine();

    private sealed record Candidate(string Name, string Kind, int Match, int Order, ISymbol? Symbol, int Overloads = 1);
}
