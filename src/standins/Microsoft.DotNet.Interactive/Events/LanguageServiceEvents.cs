using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;

public enum InsertTextFormat
{
    PlainText = 1,
    Snippet,
}

public class CompletionItem
{
    public CompletionItem(string displayText, string kind, string? filterText = null, string? sortText = null, string? insertText = null, InsertTextFormat? insertTextFormat = null, string? documentation = null)
    {
        DisplayText = displayText;
        Kind = kind;
        FilterText = filterText ?? displayText;
        SortText = sortText ?? displayText;
        InsertText = insertText ?? displayText;
        InsertTextFormat = insertTextFormat;
        Documentation = documentation;
    }

    public string DisplayText { get; }

    public string Kind { get; }

    public string FilterText { get; }

    public string SortText { get; }

    public string InsertText { get; }

    public InsertTextFormat? InsertTextFormat { get; }

    public string? Documentation { get; set; }

    public override string ToString() => DisplayText;
}

public class CompletionsProduced : KernelEvent
{
    private readonly IReadOnlyCollection<CompletionItem> _completions;

    public CompletionsProduced(IReadOnlyCollection<CompletionItem> completions, RequestCompletions command, LinePositionSpan? linePositionSpan = null)
        : base(command)
    {
        _completions = completions;
        LinePositionSpan = linePositionSpan;
    }

    /// <summary>What a completion replaces.</summary>
    public LinePositionSpan? LinePositionSpan { get; }

    public IEnumerable<CompletionItem> Completions => _completions;
}

public class HoverTextProduced : KernelEvent
{
    public HoverTextProduced(RequestHoverText command, IReadOnlyCollection<FormattedValue> content, LinePositionSpan? linePositionSpan = null)
        : base(command)
    {
        Content = content;
        LinePositionSpan = linePositionSpan;
    }

    public IReadOnlyCollection<FormattedValue> Content { get; }

    public LinePositionSpan? LinePositionSpan { get; }
}

public class SignatureHelpProduced : KernelEvent
{
    public SignatureHelpProduced(RequestSignatureHelp command, IReadOnlyList<SignatureInformation> signatures, int activeSignatureIndex, int activeParameterIndex)
        : base(command)
    {
        Signatures = signatures;
        ActiveSignatureIndex = activeSignatureIndex;
        ActiveParameterIndex = activeParameterIndex;
    }

    public IReadOnlyList<SignatureInformation> Signatures { get; }

    public int ActiveSignatureIndex { get; }

    public int ActiveParameterIndex { get; }

    public static SignatureHelpProduced Empty(RequestSignatureHelp command) => new(command, [], 0, 0);
}
