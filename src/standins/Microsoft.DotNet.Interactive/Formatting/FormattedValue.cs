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
        mimeType ??= Formatter.MimeTypesOf(value).First();
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }

    /// <summary>Every preferred form of the value, or the forms asked for; <c>text/plain</c> is always among the former.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes) =>
        CreateMany(value, mimeTypes ?? [], replacesOutput: false);

    public override string ToString() => $"{MimeType}: {Value}";

    internal static IReadOnlyList<FormattedValue> CreateMany(object? value, string[] mimeTypes, bool replacesOutput)
    {
        using var scope = FormatState.Share(out var state);
        (state.WritesCellOutput, state.ReplacesOutput) = (true, replacesOutput);
        var types = mimeTypes.Length > 0 ? mimeTypes : Formatter.MimeTypesOf(value).Append(PlainTextFormatter.MimeType);
        var values = new List<FormattedValue>();
        var failures = new List<string>();
        foreach (var type in types.Distinct(StringComparer.Ordinal))
        {
            state.Failure = null;
            var formatted = CreateSingleFromObject(value, type);

            // The text of an exception is no picture and no JSON.
            if (state.Failure is { } failure && type is not (PlainTextFormatter.MimeType or HtmlFormatter.MimeType))
            {
                failures.Add($"{new Failure(failure)} (formatting {type})");
            }
            else
            {
                values.Add(formatted);
            }
        }

        return failures.Count == 0 ? values : WithFailures(values, failures);
    }

    private static List<FormattedValue> WithFailures(List<FormattedValue> values, List<string> failures)
    {
        var text = values.Find(value => value.MimeType == PlainTextFormatter.MimeType)?.Value;
        values.RemoveAll(value => value.MimeType == PlainTextFormatter.MimeType);
        values.Add(new FormattedValue(PlainTextFormatter.MimeType, string.Join('\n', text is null ? failures : [text, .. failures])));
        return values;
    }
}
