namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>A question about a place in code that is still being written.</summary>
public abstract class LanguageServiceCommand : KernelCommand
{
    private protected LanguageServiceCommand(string code, LinePosition linePosition, string? targetKernelName)
        : base(targetKernelName)
    {
        Code = code;
        LinePosition = linePosition;
    }

    public string Code { get; set; }

    public LinePosition LinePosition { get; set; }
}

public class RequestCompletions : LanguageServiceCommand
{
    public RequestCompletions(string code, LinePosition linePosition, string? targetKernelName = null)
        : base(code, linePosition, targetKernelName)
    {
    }
}

public class RequestHoverText : LanguageServiceCommand
{
    public RequestHoverText(string code, LinePosition linePosition, string? targetKernelName = null)
        : base(code, linePosition, targetKernelName)
    {
    }
}

public class RequestSignatureHelp : LanguageServiceCommand
{
    public RequestSignatureHelp(string code, LinePosition linePosition, string? targetKernelName = null)
        : base(code, linePosition, targetKernelName)
    {
    }
}
