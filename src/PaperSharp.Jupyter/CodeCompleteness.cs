using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaperSharp.Jupyter;

/// <summary>Tells a console whether to run what has been typed or to wait for another line, and how far to indent that.</summary>
internal static partial class CodeCompleteness
{
    private const int IndentWidth = 4;
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public static JsonObject Reply(string code)
    {
        // `using var x = …;` is a statement in cells, but not in Roslyn's scripts.
        var csharp = UsingDeclaration().Replace(CellDirectives.OnlyCSharp(code), match => new string(' ', match.Length));
        var tree = CSharpSyntaxTree.ParseText(csharp, Script);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).ToList();
        if (errors.Contains("CS1010") && !errors.Contains("CS1039"))
        {
            // An ordinary string ends on its line; no further line can mend that.
            return new JsonObject { ["status"] = "invalid" };
        }

        // Roslyn takes an unfinished raw string for complete.
        if (!SyntaxFactory.IsCompleteSubmission(tree) || errors.Contains("CS8997"))
        {
            return new JsonObject { ["status"] = "incomplete", ["indent"] = new string(' ', IndentWidth * Depth(tree.GetRoot())) };
        }

        return new JsonObject { ["status"] = errors.Count == 0 ? "complete" : "invalid" };
    }

    /// <summary>How many brackets are open; a statement that goes on without one counts for one.</summary>
    private static int Depth(SyntaxNode root)
    {
        var depth = 0;
        SyntaxToken last = default;
        foreach (var token in root.DescendantTokens().Where(t => !t.IsMissing && !t.IsKind(SyntaxKind.EndOfFileToken)))
        {
            last = token;
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken:
                    depth++;
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken:
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }

        if (last.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.StringLiteralToken && last.ContainsDiagnostics)
        {
            return 0;
        }

        var isHead = last.Kind() is not (SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.CommaToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken);
        return depth > 0 ? depth : isHead ? 1 : 0;
    }

    [GeneratedRegex(@"^[ \t]*(await[ \t]+)?using(?=[ \t]+[\w.<>\[\],?]+[ \t]+\w+[ \t]*=)", RegexOptions.Multiline)]
    private static partial Regex UsingDeclaration();
}
