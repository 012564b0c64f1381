using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes) =>
        DisplayedValues.Show(context, new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes)));

    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
        DisplayedValues.Show(context, new DisplayedValue(value, [new FormattedValue(mimeType, value)]));
}

/// <summary>Turns what cells display into events of the command that is running.</summary>
internal static class DisplayedValues
{
    private static readonly Lazy<IDisposable> Subscription = new(() => Formatter.SubscribeToDisplayedValues(Publish));

    public static void Subscribe() => _ = Subscription.Value;

    public static DisplayedValue Show(KernelInvocationContext context, DisplayedValue value)
    {
        context.Publish(new DisplayedValueProduced(value.Value, context.Command, value.FormattedValues, value.DisplayId));
        return value;
    }

    private static void Publish(DisplayedValue value)
    {
        if (KernelInvocationContext.Current is not { } context)
        {
            Formatter.WriteToConsole(value);
        }
        else if (value.IsUpdated)
        {
            context.Publish(new DisplayedValueUpdated(value.Value, value.DisplayId, context.Command, value.FormattedValues));
        }
        else
        {
            Show(context, value);
        }
    }
}
