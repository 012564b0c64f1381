using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>Answers an editor's questions about code that is being written, which sees the cells that have run.</summary>
internal sealed class LanguageService(LoadedFiles files) : IDisposable
{
    private readonly Lazy<LanguageWorkspace> _workspace = new(() => new LanguageWorkspace());

    public (IReadOnlyList<CompletionItem> Items, LinePositionSpan Span) Complete(Compilation code, LinePosition position, CancellationToken cancellationToken)
    {
        var document = _workspace.Value.Open(code, References.Framework());
        var text = code.SyntaxTrees.Last().GetText(cancellationToken);
        var (items, span) = Completion.Complete(document, OffsetOf(text, position), cancellationToken);
        return (items, SpanOf(text, span));
    }

    public (IReadOnlyList<FormattedValue> Content, LinePositionSpan Span)? Describe(Compilation code, LinePosition position)
    {
        var model = ModelOf(code);
        var text = model.SyntaxTree.GetText();
        return Hover.Describe(model, OffsetOf(text, position), files) is var (content, span) ? (content, SpanOf(text, span)) : null;
    }

    public SignatureHelpProduced Help(Compilation code, Commands.RequestSignatureHelp command)
    {
        var model = ModelOf(code);
        var offset = OffsetOf(model.SyntaxTree.GetText(), command.LinePosition);
        if (SignatureHelp.At(model, offset) is not { } call)
        {
            // Without its end, a call at the start of a statement is parsed as the start of a declaration.
            model = ModelOf(WithInsertion(code, offset, ")"));
            if (SignatureHelp.At(model, offset) is not { } closed)
            {
                return SignatureHelpProduced.Empty(command);
            }

            call = closed;
        }

        var signatures = call.Methods.Select(method =>
        {
            var documentation = DocumentationText.Of(method, model.Compilation);
            var parameters = method.Parameters.Select(p => new ParameterInformation(
                SymbolText.OfParameter(p),
                new FormattedValue(PlainTextFormatter.MimeType, documentation.Parameters.FirstOrDefault(d => d.Name == p.Name).Text ?? "")));
            return new SignatureInformation(SymbolText.Of(method), new FormattedValue(PlainTextFormatter.MimeType, documentation.Summary), [.. parameters]);
        });
        return new SignatureHelpProduced(command, [.. signatures], call.ActiveMethod, call.ActiveParameter);
    }

    /// <summary>Loads what the first question needs, which takes a second, so that the user need not wait for it.</summary>
    public void WarmUp(Compilation code) => Complete(code, new LinePosition(0, code.SyntaxTrees.Last().Length), CancellationToken.None);

    public void Dispose()
    {
        if (_workspace.IsValueCreated)
        {
            _workspace.Value.Dispose();
        }
    }

    private static Compilation WithInsertion(Compilation code, int offset, string text)
    {
        var tree = code.SyntaxTrees.Last();
        return code.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(offset, 0), text))));
    }

    private SemanticModel ModelOf(Compilation code) => _workspace.Value.Open(code, References.Framework()).GetSemanticModelAsync().GetAwaiter().GetResult()!;

    private static int OffsetOf(SourceText text, LinePosition position)
    {
        var line = text.Lines[Math.Clamp(position.Line, 0, text.Lines.Count - 1)];
        return Math.Clamp(line.Start + position.Character, line.Start, line.End);
    }

    private static LinePositionSpan SpanOf(SourceText text, TextSpan span) =>
        LinePositionSpan.FromCodeAnalysisLinePositionSpan(text.Lines.GetLinePositionSpan(span));
}
