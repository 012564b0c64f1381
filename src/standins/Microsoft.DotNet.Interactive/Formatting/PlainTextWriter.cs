using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// Plain text of any value: <c>[1, 2, 3, … (97 more)]</c>, <c>{ "a": 1 }</c>, <c>Point { X = 1, Y = 2 }</c>;
/// nested sequences and sequences of objects take one line per item.
/// </summary>
internal static class PlainTextWriter
{
    private const int MaximumWidth = 100;

    public static void Write(object value, FormatContext context)
    {
        switch (value)
        {
            case string text:
                context.Writer.Write(text);
                break;
            case Exception exception:
                context.Writer.Write(exception.ToString());
                break;
            case Type type:
                context.Writer.Write(TypeName.Of(type));
                break;
            case IFormattable formattable when value is not IEnumerable:
                context.Writer.Write(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case Task task:
                context.Writer.Write($"{TypeName.Of(task.GetType())} ({task.Status})");
                break;
            case Delegate or System.Linq.Expressions.Expression:
                context.Writer.Write(value.ToString());
                break;
            case IDictionary dictionary:
                WriteItems(context, '{', '}', Entries(dictionary), dictionary.Count);
                break;
            case Array { Rank: > 1 } array:
                WriteRows(context, array, []);
                break;
            case IEnumerable items:
                WriteItems(context, '[', ']', items.Cast<object?>(), Members.CountOf(items));
                break;
            case ITuple tuple:
                WriteItems(context, '(', ')', Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), tuple.Length);
                break;
            default:
                WriteObject(value, context);
                break;
        }
    }

    private static void WriteObject(object value, FormatContext context)
    {
        var type = value.GetType();
        var members = Members.Of(type);
        if (Members.HasOwnText(type) || members.Count == 0)
        {
            context.Writer.Write(value.ToString());
            return;
        }

        var parts = members.Select(member => $"{member.Name} = {Nested(member.Read(value), context)}").ToList();
        var prefix = Members.IsAnonymous(type) ? "" : TypeName.Of(type) + " ";
        context.Writer.Write(Join(parts, prefix + "{ ", " }", prefix + "{"));
    }

    private static IEnumerable<object?> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new Entry(entry.Key, entry.Value);
        }
    }

    private static void WriteItems(FormatContext context, char open, char close, IEnumerable<object?> items, int? count)
    {
        var parts = new List<string>();
        var limit = open == '(' ? int.MaxValue : Formatter.ListExpansionLimit;
        using var enumerator = items.GetEnumerator();
        while (parts.Count < limit && enumerator.MoveNext())
        {
            parts.Add(Nested(enumerator.Current, context));
        }

        if (parts.Count == limit && enumerator.MoveNext())
        {
            parts.Add(count is { } total ? $"… ({total - limit} more)" : "… (more)");
        }

        var pad = open == '{' && parts.Count > 0 ? " " : "";
        context.Writer.Write(Join(parts, open + pad, pad + close, open.ToString()));
    }

    private static void WriteRows(FormatContext context, Array array, int[] prefix)
    {
        var dimension = prefix.Length;
        if (dimension == array.Rank - 1)
        {
            var length = array.GetLength(dimension);
            WriteItems(context, '[', ']', Enumerable.Range(0, length).Select(i => array.GetValue([.. prefix, i + array.GetLowerBound(dimension)])), length);
            return;
        }

        var rows = array.GetLength(dimension);
        var indent = new string(' ', dimension + 1);
        context.Writer.Write('[');
        for (var i = 0; i < Math.Min(rows, Formatter.ListExpansionLimit); i++)
        {
            context.Writer.Write(i == 0 ? "" : ",\n" + indent);
            WriteRows(context, array, [.. prefix, i + array.GetLowerBound(dimension)]);
        }

        if (rows > Formatter.ListExpansionLimit)
        {
            context.Writer.Write($",\n{indent}… ({rows - Formatter.ListExpansionLimit} more)");
        }

        context.Writer.Write(']');
    }

    private static string Join(List<string> parts, string open, string close, string bareOpen)
    {
        var oneLine = open + string.Join(", ", parts) + close;
        if (!oneLine.Contains('\n') && (oneLine.Length <= MaximumWidth || parts.All(p => p.Length <= 12)))
        {
            return oneLine;
        }

        var lines = parts.Select(p => "  " + p.Replace("\n", "\n  ", StringComparison.Ordinal));
        return $"{bareOpen}\n{string.Join(",\n", lines)}\n{close.Trim()}";
    }

    private static string Nested(object? value, FormatContext context)
    {
        if (value is Entry entry)
        {
            return $"{Nested(entry.Key, context)}: {Nested(entry.Value, context)}";
        }

        if (value is string text)
        {
            return $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using var inner = new FormatContext(writer, context.Depth);
        value.FormatTo(inner, PlainTextFormatter.MimeType);
        return writer.ToString();
    }

    private sealed record Entry(object Key, object? Value);
}
