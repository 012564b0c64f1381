using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plotly.NET;

/// <summary>Writes traces and layouts as the JSON that plotly.js takes.</summary>
internal static class PlotlyJson
{
    // The text goes into script elements and notebook files: what HTML gives a meaning stays escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static string Write(object? value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, value);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case double number: WriteNumber(writer, number); break;
            case float number: WriteNumber(writer, number, number.ToString("R", CultureInfo.InvariantCulture)); break;
            case Half number: WriteNumber(writer, (double)number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case DateTime date: writer.WriteStringValue(date.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)); break;
            case char character: writer.WriteStringValue(character.ToString()); break;
            case Enum name: writer.WriteStringValue(name.ToString()); break;
            case Color color: Write(writer, color.Value); break;
            case IStyleValue style: Write(writer, style.Convert()); break;
            case DynamicObj.DynamicObj properties: WriteObject(writer, properties.Properties); break;
            case IDictionary<string, object> properties: WriteObject(writer, properties); break;
            case IConvertible number: writer.WriteNumberValue(number.ToInt64(CultureInfo.InvariantCulture)); break;
            case IEnumerable items: WriteArray(writer, items); break;
            default: throw new NotSupportedException($"A chart cannot hold a {value.GetType()}: use numbers, text, dates, sequences of them, or plotly objects.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double value, string? text = null)
    {
        // JSON has no NaN and no infinity; plotly.js leaves a gap at null.
        if (!double.IsFinite(value))
        {
            writer.WriteNullValue();
            return;
        }

        text ??= value.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text, skipInputValidation: true);
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object>> properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
