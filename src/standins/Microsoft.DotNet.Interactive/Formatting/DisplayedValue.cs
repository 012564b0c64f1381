namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on show, which can be replaced where it stands.</summary>
public class DisplayedValue
{
    public DisplayedValue(object? value, IReadOnlyList<FormattedValue> formattedValues)
    {
        Value = value;
        FormattedValues = formattedValues ?? throw new ArgumentNullException(nameof(formattedValues));
    }

    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    public bool IsUpdated { get; private set; }

    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    public object? Value { get; private set; }

    /// <summary>Shows another value in the same place, in the MIME types of the first one where those were chosen.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        FormattedValues = RawMimeType is not null && updatedValue is string text
            ? [new FormattedValue(RawMimeType, text)]
            : FormattedValue.CreateMany(updatedValue, ChosenMimeTypes ?? [], replacesOutput: true);
        IsUpdated = true;
        Formatter.Announce(this);
    }

    internal string[]? ChosenMimeTypes { get; init; }

    /// <summary>Set when the value was given as text of this MIME type already.</summary>
    internal string? RawMimeType { get; init; }
}
