using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands;

public class DisplayValue : KernelCommand
{
    public DisplayValue(FormattedValue formattedValue, string? valueId = null)
    {
        FormattedValue = formattedValue;
        ValueId = valueId;
    }

    public FormattedValue FormattedValue { get; }

    public string? ValueId { get; }

    public override Task InvokeAsync(KernelInvocationContext context)
    {
        context.Publish(new DisplayedValueProduced(FormattedValue.Value, this, [FormattedValue], ValueId));
        return Task.CompletedTask;
    }
}

public class UpdateDisplayedValue : KernelCommand
{
    public UpdateDisplayedValue(FormattedValue formattedValue, string valueId)
    {
        FormattedValue = formattedValue;
        ValueId = valueId;
    }

    public FormattedValue FormattedValue { get; }

    public string ValueId { get; }

    public override Task InvokeAsync(KernelInvocationContext context)
    {
        context.Publish(new DisplayedValueUpdated(FormattedValue.Value, ValueId, this, [FormattedValue]));
        return Task.CompletedTask;
    }
}

public class DisplayError : KernelCommand
{
    public DisplayError(string message) => Message = message;

    public string Message { get; }

    public override Task InvokeAsync(KernelInvocationContext context)
    {
        context.Publish(new ErrorProduced(Message, this));
        return Task.CompletedTask;
    }
}
