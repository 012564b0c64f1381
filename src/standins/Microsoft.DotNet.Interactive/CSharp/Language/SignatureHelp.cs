using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>The methods that a call may mean, and the parameter that the position is at.</summary>
internal static class SignatureHelp
{
    public sealed record Call(IReadOnlyList<IMethodSymbol> Methods, int ActiveMethod, int ActiveParameter);

    /// <summary>The innermost call whose arguments the position is in, or null.</summary>
    public static Call? At(SemanticModel model, int offset)
    {
        var root = model.SyntaxTree.GetRoot();
        var token = root.FindToken(Math.Max(0, Math.Min(offset, root.FullSpan.End) - 1));
        foreach (var list in token.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>() ?? [])
        {
            var open = list.GetFirstToken();
            var close = list.GetLastToken();
            if (offset <= open.SpanStart || (offset >= close.Span.End && !close.IsMissing))
            {
                continue;
            }

            var methods = Candidates(model, list).OrderBy(m => m.Parameters.Length).ToList();
            if (methods.Count == 0)
            {
                return null;
            }

            var position = list.Arguments.GetSeparators().Count(s => s.Span.End <= offset);
            var count = Math.Max(position + 1, list.Arguments.Count(a => !a.Span.IsEmpty));
            var chosen = list.Parent is null ? null : model.GetSymbolInfo(list.Parent).Symbol as IMethodSymbol;
            var active = chosen is null ? -1 : methods.FindIndex(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, chosen.OriginalDefinition));
            active = active >= 0 ? active : methods.FindIndex(m => m.Parameters.Length >= count && TakesArguments(model, m, list, c => c.IsIdentity));
            active = active >= 0 ? active : methods.FindIndex(m => m.Parameters.Length >= count && TakesArguments(model, m, list, c => c.IsImplicit));
            active = active >= 0 ? active : methods.FindIndex(m => m.Parameters.Length >= count || m.Parameters is [.., { IsParams: true }]);
            active = Math.Max(0, active);
            var argument = position < list.Arguments.Count ? list.Arguments[position] : null;
            var parameter = argument?.NameColon is { } name ? methods[active].Parameters.ToList().FindIndex(p => p.Name == name.Name.Identifier.ValueText) : position;
            return new Call(methods, active, Math.Clamp(parameter, 0, Math.Max(0, methods[active].Parameters.Length - 1)));
        }

        return null;
    }

    private static bool TakesArguments(SemanticModel model, IMethodSymbol method, BaseArgumentListSyntax list, Func<Conversion, bool> suffices) =>
        list.Arguments.Where(a => a.NameColon is null && !a.Span.IsEmpty).Zip(method.Parameters)
            .All(pair => suffices(model.ClassifyConversion(pair.First.Expression, pair.Second.Type)));

    public static IReadOnlyList<IMethodSymbol> Candidates(SemanticModel model, BaseArgumentListSyntax list)
    {
        switch (list.Parent)
        {
            case InvocationExpressionSyntax call:
                var group = model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
                return group.Count > 0 ? group : model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
            case BaseObjectCreationExpressionSyntax creation:
                return model.GetTypeInfo(creation).Type is INamedTypeSymbol type ? [.. type.InstanceConstructors.Where(c => model.IsAccessible(list.SpanStart, c))] : [];
            case ConstructorInitializerSyntax initializer:
                return [.. model.GetMemberGroup(initializer).OfType<IMethodSymbol>()];
            default:
                return [];
        }
    }
}
