using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;

public class InputProduced : KernelEvent
{
    public InputProduced(string value, RequestInput command)
        : base(command) => Value = value;

    public string Value { get; }
}
