using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive.Events;

public class ValueProduced : KernelEvent
{
    public ValueProduced(object? value, string name, FormattedValue formattedValue, RequestValue command)
        : base(command)
    {
        Value = value;
        Name = name;
        FormattedValue = formattedValue;
    }

    public object? Value { get; }

    public string Name { get; }

    public FormattedValue FormattedValue { get; }
}

public class ValueInfosProduced : KernelEvent
{
    public ValueInfosProduced(IReadOnlyCollection<KernelValueInfo> valueInfos, RequestValueInfos command)
        : base(command) => ValueInfos = valueInfos;

    public IReadOnlyCollection<KernelValueInfo> ValueInfos { get; }
}

public class KernelInfoProduced : KernelEvent
{
    public KernelInfoProduced(KernelInfo kernelInfo, KernelCommand command)
        : base(command) => KernelInfo = kernelInfo;

    public KernelInfo KernelInfo { get; }
}
