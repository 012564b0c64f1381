using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands;

public class RequestValue : KernelCommand
{
    public RequestValue(string name, string mimeType = "application/json", string? targetKernelName = null)
        : base(targetKernelName)
    {
        Name = name;
        MimeType = mimeType;
    }

    public string Name { get; }

    public string MimeType { get; }
}

public class RequestValueInfos : KernelCommand
{
    public RequestValueInfos(string? targetKernelName = null, string mimeType = "text/plain+summary")
        : base(targetKernelName) => MimeType = mimeType;

    public string MimeType { get; }
}

public class SendValue : KernelCommand
{
    public SendValue(string name, object? value, FormattedValue? formattedValue = null, string? targetKernelName = null)
        : base(targetKernelName)
    {
        Name = name;
        Value = value;
        FormattedValue = formattedValue;
    }

    public FormattedValue? FormattedValue { get; }

    public string Name { get; }

    public object? Value { get; }
}
