using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaperSharp.Cli.Html;

/// <summary>Colours C# by its tokens, when the page is written: the page needs no script for it.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The code as HTML; every character of it is there once.</summary>
    public static string ToHtml(string code)
    {
        // Lines of the notebook's own, such as #!time, are not C#.
        var html = new StringBuilder();
        foreach (var (text, isMagic) in Split(code))
        {
            if (isMagic)
            {
                Append(html, text, "m");
            }
            else
            {
                AppendCode(html, text);
            }
        }

        return html.ToString();
    }

    private static IEnumerable<(string Text, bool IsMagic)> Split(string code)
    {
        var start = 0;
        for (var line = 0; line < code.Length; line = NextLine(code, line))
        {
            if (code.AsSpan(line).TrimStart(" \t").StartsWith("#!"))
            {
                if (line > start)
                {
                    yield return (code[start..line], false);
                }

                start = NextLine(code, line);
                yield return (code[line..start], true);
            }
        }

        if (start < code.Length)
        {
            yield return (code[start..], false);
        }
    }

    private static int NextLine(string code, int from)
    {
        var end = code.IndexOf('\n', from);
        return end < 0 ? code.Length : end + 1;
    }

    private static void AppendCode(StringBuilder html, string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, token.Text, Class(token));
            AppendTrivia(html, token.TrailingTrivia);
        }
    }

    private static void AppendTrivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            var kind = trivia.Kind();
            Append(html, trivia.ToFullString(), kind switch
            {
                _ when trivia.IsDirective => "m",
                SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                    or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "c",
                _ => null,
            });
        }
    }

    private static string? Class(SyntaxToken token)
    {
        var kind = token.Kind();
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
                or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
            SyntaxKind.IdentifierToken when token.Text is "var" or "nameof" => "k",
            SyntaxKind.IdentifierToken => IdentifierClass(token),
            _ when token.IsKeyword() => "k",
            _ => null,
        };
    }

    private static string? IdentifierClass(SyntaxToken token) => token.GetNextToken().Kind() switch
    {
        SyntaxKind.OpenParenToken when token.Parent.IsKind(SyntaxKind.IdentifierName) || token.Parent.IsKind(SyntaxKind.MethodDeclaration)
            || token.Parent.IsKind(SyntaxKind.LocalFunctionStatement) => token.Parent?.Parent.IsKind(SyntaxKind.ObjectCreationExpression) == true ? "t" : "f",
        SyntaxKind.IdentifierToken or SyntaxKind.OpenBraceToken or SyntaxKind.LessThanToken or SyntaxKind.ColonToken
            when char.IsUpper(token.Text[0]) => "t",
        _ => token.Parent?.Parent.IsKind(SyntaxKind.ObjectCreationExpression) == true ? "t" : null,
    };

    private static void Append(StringBuilder html, string text, string? cssClass)
    {
        if (text.Length == 0)
        {
            return;
        }

        var encoded = WebUtility.HtmlEncode(text);
        if (cssClass is null)
        {
            html.Append(encoded);
        }
        else
        {
            html.Append("<span class=\"").Append(cssClass).Append("\">").Append(encoded).Append("</span>");
        }
    }
}
