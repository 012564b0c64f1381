using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;

public abstract class DisplayEvent : KernelEvent
{
    protected DisplayEvent(object? value, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
        : base(command)
    {
        Value = value;
        FormattedValues = formattedValues ?? [];
        ValueId = valueId;
    }

    public object? Value { get; }

    public IReadOnlyCollection<FormattedValue> FormattedValues { get; }

    public string? ValueId { get; }

    public override string ToString() => $"{GetType().Name}: {FormattedValues.FirstOrDefault()?.Value}";
}

public class ReturnValueProduced : DisplayEvent
{
    public ReturnValueProduced(object? value, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
        : base(value, command, formattedValues, valueId)
    {
    }
}

public class DisplayedValueProduced : DisplayEvent
{
    public DisplayedValueProduced(object? value, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
        : base(value, command, formattedValues, valueId)
    {
    }
}

public class DisplayedValueUpdated : DisplayEvent
{
    public DisplayedValueUpdated(object? value, string valueId, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null)
        : base(value, command, formattedValues, valueId)
    {
    }
}

public class StandardOutputValueProduced : DisplayEvent
{
    public StandardOutputValueProduced(KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
        : base(null, command, formattedValues, valueId)
    {
    }
}

public class StandardErrorValueProduced : DisplayEvent
{
    public StandardErrorValueProduced(KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
        : base(null, command, formattedValues, valueId)
    {
    }
}

public class ErrorProduced : DisplayEvent
{
    public ErrorProduced(string message, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null)
        : base(message, command, formattedValues ?? [new FormattedValue("text/plain", message)]) => Message = message;

    public string Message { get; }

    public override string ToString() => $"{nameof(ErrorProduced)}: {Message}";
}
