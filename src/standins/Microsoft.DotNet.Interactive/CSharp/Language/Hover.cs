using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>What is known of the symbol at a place: declaration, documentation, and where a cell declares it.</summary>
internal static class Hover
{
    public const string MarkdownMimeType = "text/markdown";

    /// <summary>The MIME type of the C# text that declares the symbol, beside what describes it.</summary>
    public const string DefinitionMimeType = "text/x-csharp";

    public static (IReadOnlyList<FormattedValue> Content, TextSpan Span)? Describe(SemanticModel model, int offset, LoadedFiles files)
    {
        if (SymbolAt(model, offset) is not var (symbol, span))
        {
            return null;
        }

        var declaration = SymbolText.Of(symbol);
        var documentation = DocumentationText.Of(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && DocumentationFiles.Find(symbol, model.Compilation) is null ? symbol.ContainingType : symbol, model.Compilation);
        var contents = new List<FormattedValue>
        {
            new(PlainTextFormatter.MimeType, Plain(declaration, documentation)),
            new(MarkdownMimeType, Markdown(declaration, documentation)),
            new(HtmlFormatter.MimeType, Html(declaration, documentation)),
        };
        if (Definition(symbol, files) is { } definition)
        {
            contents.Add(new FormattedValue(DefinitionMimeType, definition));
        }

        return (contents, span);
    }

    private static (ISymbol Symbol, TextSpan Span)? SymbolAt(SemanticModel model, int offset)
    {
        var root = model.SyntaxTree.GetRoot();
        foreach (var position in new[] { offset, offset - 1 }.Where(p => p >= 0 && p < root.FullSpan.End))
        {
            var token = root.FindToken(position);
            if (!token.Span.Contains(position) || token.Parent is not { } node)
            {
                continue;
            }

            var isName = token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax;
            if (isName && SymbolOf(model, node) is { } symbol)
            {
                return (symbol, token.Span);
            }
        }

        return null;
    }

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node)
    {
        // In `new Point(1, 2)` the name means the constructor, in `var x` the type that var stands for.
        if (node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node && model.GetSymbolInfo(creation).Symbol is { } constructor)
        {
            return constructor;
        }

        var info = model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? model.GetDeclaredSymbol(node) ?? model.GetTypeInfo(node).Type;
        return symbol is IErrorTypeSymbol ? null : symbol;
    }

    private static string Plain(string declaration, DocumentationText documentation)
    {
        var text = new StringBuilder(declaration);
        Paragraph(text, documentation.Summary);
        foreach (var (name, description) in documentation.Parameters)
        {
            text.Append("\n  ").Append(name).Append(": ").Append(description);
        }

        if (documentation.Returns.Length > 0)
        {
            text.Append("\n  returns: ").Append(documentation.Returns);
        }

        return text.ToString();
    }

    private static string Markdown(string declaration, DocumentationText documentation)
    {
        var text = new StringBuilder($"```csharp\n{declaration}\n```");
        Paragraph(text, documentation.Summary.Replace("\n", "\n\n", StringComparison.Ordinal));
        if (documentation.Parameters.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var (name, description) in documentation.Parameters)
        {
            text.Append("\n- `").Append(name).Append("`: ").Append(description);
        }

        Paragraph(text, documentation.Returns.Length > 0 ? $"Returns: {documentation.Returns}" : "");
        return text.ToString();
    }

    private static string Html(string declaration, DocumentationText documentation)
    {
        var text = new StringBuilder($"<pre><code>{WebUtility.HtmlEncode(declaration)}</code></pre>");
        foreach (var paragraph in documentation.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        }

        if (documentation.Parameters.Count > 0)
        {
            text.Append("<ul>").AppendJoin("", documentation.Parameters.Select(p => $"<li><code>{WebUtility.HtmlEncode(p.Name)}</code>: {WebUtility.HtmlEncode(p.Text)}</li>")).Append("</ul>");
        }

        if (documentation.Returns.Length > 0)
        {
            text.Append("<p>Returns: ").Append(WebUtility.HtmlEncode(documentation.Returns)).Append("</p>");
        }

        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0)
        {
            text.Append("\n\n").Append(words);
        }
    }

    /// <summary>The lines of the cell or file that declare the symbol, as the user wrote them.</summary>
    private static string? Definition(ISymbol symbol, LoadedFiles files)
    {
        var reference = symbol.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault();
        if (reference is null || files.Original(reference.SyntaxTree.FilePath) is not { } original)
        {
            return null;
        }

        var node = reference.GetSyntax();
        node = node.FirstAncestorOrSelf<FieldDeclarationSyntax>() ?? node;
        var lines = node.GetLocation().GetLineSpan();
        var text = original.ReplaceLineEndings("\n").Split('\n');
        var from = lines.StartLinePosition.Line;
        var to = Math.Min(lines.EndLinePosition.Line, text.Length - 1);
        return from > to ? null : $"// {ScriptPaths.Show(reference.SyntaxTree.FilePath)}, line {from + 1}\n{string.Join('\n', text[from..(to + 1)])}";
    }
}
