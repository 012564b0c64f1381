using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// Puts a test of a flag at the start of every loop's body, so that an interrupt stops user code at a place where
/// stopping is safe, and makes the changes of <see cref="ScriptDialect"/>. No line moves; <see cref="ToOriginal"/> gives back the columns of the text as the user wrote it.
/// </summary>
internal sealed class Checkpoints
{
    /// <summary>The class that the kernel's first submission declares; its field says that somebody pressed stop.</summary>
    public const string Declaration = "public static class __Interrupt { public static volatile bool Requested; }";

    private const string Test =
        "if (__Interrupt.Requested) global::Microsoft.DotNet.Interactive.KernelInvocationContext.Current?.CancellationToken.ThrowIfCancellationRequested();";

    private readonly ILookup<int, Insertion> _byLine;

    private Checkpoints(string original, string text, IEnumerable<Insertion> insertions)
    {
        Original = original;
        Text = text;
        _byLine = insertions.ToLookup(i => i.Line);
    }

    public string Original { get; }

    public string Text { get; }

    public static Checkpoints Insert(string code, CSharpParseOptions options)
    {
        var tree = CSharpSyntaxTree.ParseText(code, options);
        var source = tree.GetText();
        var dialect = new ScriptDialect((CompilationUnitSyntax)tree.GetRoot());
        var inserts = new List<(int Position, string Text)>(dialect.Inserts);
        foreach (var body in tree.GetRoot().DescendantNodes().Select(LoopBody).OfType<StatementSyntax>())
        {
            if (body.Ancestors().Any(IsCleanUp))
            {
                continue;
            }

            if (body is BlockSyntax { OpenBraceToken.IsMissing: false } block)
            {
                inserts.Add((block.OpenBraceToken.Span.End, Test));
            }
            else if (!body.ContainsDiagnostics && !body.GetFirstToken(includeZeroWidth: true).IsMissing)
            {
                inserts.Add((body.SpanStart, "{" + Test));
                inserts.Add((body.Span.End, "}"));
            }
        }

        if (inserts.Count == 0 && dialect.Blanks.Count == 0)
        {
            return new Checkpoints(code, code, []);
        }

        var text = new StringBuilder(code);
        foreach (var blank in dialect.Blanks)
        {
            text.Remove(blank.Start, blank.Length).Insert(blank.Start, " ", blank.Length);
        }

        var placed = inserts.Select((insert, order) => (insert.Position, insert.Text, order)).OrderBy(i => i.Position).ThenBy(i => i.order).ToList();
        for (var i = placed.Count - 1; i >= 0; i--)
        {
            text.Insert(placed[i].Position, placed[i].Text);
        }

        return new Checkpoints(code, text.ToString(), placed.Select(i => Insertion.At(source.Lines.GetLinePosition(i.Position), i.Text.Length)));
    }

    /// <summary>The column in the user's text; lines and columns count from zero.</summary>
    public int ToOriginal(int line, int character)
    {
        var shift = 0;
        foreach (var insertion in _byLine[line].OrderBy(i => i.Character))
        {
            var start = insertion.Character + shift;
            if (character < start)
            {
                break;
            }

            if (character < start + insertion.Length)
            {
                return insertion.Character;
            }

            shift += insertion.Length;
        }

        return character - shift;
    }

    private static StatementSyntax? LoopBody(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    /// <summary>Clean-up must run to its end, even after an interrupt.</summary>
    private static bool IsCleanUp(SyntaxNode node) =>
        node is FinallyClauseSyntax or DestructorDeclarationSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Dispose" or "DisposeAsync" };

    private sealed record Insertion(int Line, int Character, int Length)
    {
        public static Insertion At(CodeAnalysis.Text.LinePosition position, int length) => new(position.Line, position.Character, length);
    }
}
