namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value as text of one MIME type.</summary>
public class FormattedValue
{
    public FormattedValue(string mimeType, string value)
    {
        if (string.IsNullOrWhiteSpace(mimeType))
        {
            throw new ArgumentException("A MIME type is needed.", nameof(mimeType));
        }

        MimeType = mimeType;
        Value = value;
    }

    public string MimeType { get; }

    public string Value { get; }

    public bool SuppressDisplay { get; set; }

    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        mimeType ??= Formatter.GetPreferredMimeTypesFor(value?.GetType()).First();
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }

    /// <summary>Every preferred form of the value, or the forms asked for; <c>text/plain</c> is always among the former.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes)
    {
        IEnumerable<string> types = mimeTypes is { Length: > 0 }
            ? mimeTypes
            : Formatter.GetPreferredMimeTypesFor(value?.GetType()).Append(PlainTextFormatter.MimeType);
        return [.. types.Distinct(StringComparer.Ordinal).Select(type => CreateSingleFromObject(value, type))];
    }

    public override string ToString() => $"{MimeType}: {Value}";
}
