namespace Microsoft.DotNet.Interactive.Formatting;

public interface ITypeFormatter
{
    string MimeType { get; }

    Type Type { get; }

    bool Format(object? instance, FormatContext context);
}

public interface ITypeFormatter<T> : ITypeFormatter
{
    bool Format(T instance, FormatContext context);
}

public abstract class TypeFormatter<T> : ITypeFormatter<T>
{
    protected TypeFormatter(Type? type = null) => Type = type ?? typeof(T);

    public Type Type { get; }

    public abstract string MimeType { get; }

    public abstract bool Format(T value, FormatContext context);

    bool ITypeFormatter.Format(object? instance, FormatContext context) => Format((T)instance!, context);
}

/// <summary>A formatter given as a delegate, for any type and MIME type.</summary>
internal sealed class DelegateFormatter(Type type, string mimeType, FormatDelegate<object?> format) : ITypeFormatter
{
    public string MimeType => mimeType;

    public Type Type => type;

    public bool Format(object? instance, FormatContext context) => format(instance, context);
}

public class PlainTextFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> _format;

    public PlainTextFormatter(FormatDelegate<T> format) => _format = format;

    public PlainTextFormatter(Action<T, FormatContext> format)
        : this((value, context) => { format(value, context); return true; })
    {
    }

    public PlainTextFormatter(Func<T, string> format)
        : this((value, context) => { context.Writer.Write(format(value)); return true; })
    {
    }

    public override string MimeType => PlainTextFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => _format(value, context);
}

public class HtmlFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> _format;

    public HtmlFormatter(FormatDelegate<T> format) => _format = format;

    public HtmlFormatter(Action<T, FormatContext> format)
        : this((value, context) => { format(value, context); return true; })
    {
    }

    public HtmlFormatter(Func<T, string> format)
        : this((value, context) => { context.Writer.Write(format(value)); return true; })
    {
    }

    public override string MimeType => HtmlFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => _format(value, context);
}
