using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>The keywords that may follow a token.</summary>
internal static class Keywords
{
    private static readonly string[] OfTypes =
        ["bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort"];

    private static readonly string[] OfExpressions = ["await", "default", "false", "nameof", "new", "null", "sizeof", "stackalloc", "throw", "true", "typeof"];

    private static readonly string[] OfStatements =
    [
        "abstract", "async", "break", "case", "class", "const", "continue", "delegate", "do", "else", "enum", "fixed", "for", "foreach", "if", "interface", "internal", "lock",
        "private", "protected", "public", "readonly", "record", "ref", "return", "sealed", "static", "struct", "switch", "try", "catch", "finally", "unsafe", "using", "var", "void", "while", "yield",
    ];

    private static readonly string[] AfterOperands = ["and", "as", "in", "is", "not", "or", "switch", "when", "where", "with"];

    public static IEnumerable<string> After(SyntaxToken before) => before.Kind() switch
    {
        SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword =>
            OfStatements.Concat(OfExpressions).Concat(OfTypes),
        SyntaxKind.CloseParenToken => OfStatements.Concat(OfExpressions).Concat(OfTypes).Concat(AfterOperands),
        SyntaxKind.IdentifierToken or SyntaxKind.CloseBracketToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken => AfterOperands,
        SyntaxKind.DotToken or SyntaxKind.QuestionToken or SyntaxKind.ColonColonToken or SyntaxKind.MinusGreaterThanToken => [],
        SyntaxKind.NewKeyword => OfTypes,
        SyntaxKind.IsKeyword => ["not", "null", .. OfTypes],
        _ => OfExpressions.Concat(OfTypes).Append("var"),
    };
}
