using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>What a value looks like when nobody has registered a formatter for it.</summary>
internal static partial class DefaultFormatters
{
    private static readonly ITypeFormatter PlainText = new DelegateFormatter(typeof(object), PlainTextFormatter.MimeType, WritePlainText);
    private static readonly ITypeFormatter Html = new DelegateFormatter(typeof(object), HtmlFormatter.MimeType, WriteHtml);
    private static readonly ITypeFormatter Json = new DelegateFormatter(typeof(object), "application/json", WriteJson);

    private static readonly ITypeFormatter LaTeX = new DelegateFormatter(typeof(LaTeXString), "text/latex", WriteText);

    public static IReadOnlyList<ITypeFormatter> All { get; } = [PlainText, Html, Json, LaTeX];

    private static readonly JsonSerializerOptions JsonOptions = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    public static ITypeFormatter For(Type type, string mimeType) => mimeType switch
    {
        HtmlFormatter.MimeType => Html,
        "application/json" => Json,
        "text/latex" when type == typeof(LaTeXString) => LaTeX,
        _ => PlainText,
    };

    /// <summary>Whether HTML shows more than plain text: HTML itself, dictionaries, sequences of objects, objects.</summary>
    public static bool HasHtml(Type type) => typeof(IHtmlContent).IsAssignableFrom(type) || HtmlTable.Suits(type);

    private static bool WritePlainText(object? value, FormatContext context)
    {
        switch (value)
        {
            case IHtmlContent html:
                context.Writer.Write(TextOf(html));
                break;
            default:
                PlainTextWriter.Write(value!, context);
                break;
        }

        return true;
    }

    private static bool WriteText(object? value, FormatContext context)
    {
        context.Writer.Write(value?.ToString());
        return true;
    }

    private static bool WriteHtml(object? value, FormatContext context)
    {
        if (value is IHtmlContent html)
        {
            html.WriteTo(context.Writer, HtmlEncoder.Default);
        }
        else if (value is not null && (HtmlTable.Suits(value.GetType()) || HtmlTable.SuitsItemsOf(value)))
        {
            HtmlTable.Write(value, context);
        }
        else
        {
            var text = PlainTextOf(value!, context);
            context.Writer.Write(context.Depth > 1 ? WebUtility.HtmlEncode(text) : $"<pre>{WebUtility.HtmlEncode(text)}</pre>");
        }

        return true;
    }

    private static bool WriteJson(object? value, FormatContext context)
    {
        context.Writer.Write(JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), JsonOptions));
        return true;
    }

    private static string PlainTextOf(object value, FormatContext context)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using var inner = new FormatContext(writer, context.Depth - 1, context.State);
        value.FormatTo(inner, PlainTextFormatter.MimeType);
        return writer.ToString();
    }

    private static string TextOf(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        var visible = Invisible().Replace(writer.ToString(), "");
        return WebUtility.HtmlDecode(Tag().Replace(visible, "")).Trim();
    }

    [GeneratedRegex("<(script|style)\\b.*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
