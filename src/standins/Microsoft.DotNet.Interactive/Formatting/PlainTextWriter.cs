using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// Plain text of any value: <c>[1, 2, 3, … (97 more)]</c>, <c>{ "a": 1 }</c>, <c>Point { X = 1, Y = 2 }</c>;
/// nested sequences and sequences of objects take one line per item.
/// </summary>
internal static class PlainTextWriter
{
    public const int MaximumWidth = 100;
    private const int LongestNestedText = 1_000;
    private const int LongestInARow = 26;

    public static void Write(object value, FormatContext context)
    {
        var type = value.GetType();
        if (PlainValues.TextOf(value, context) is { } text)
        {
            context.Writer.Write(text);
        }
        else if (value is DataTable table)
        {
            context.Writer.Write(ItemsOf(table.Rows.Cast<DataRow>().Select(row => RowOf(table, row)).ToArray(), '[', ']', context));
        }
        else if (Sequences.IsDictionary(type))
        {
            context.Writer.Write(ItemsOf(Sequences.Entries(value), '{', '}', context));
        }
        else if (value is Array { Rank: > 1 } array)
        {
            context.Writer.Write(ArrayText.Of(array, context));
        }
        else if (Sequences.GroupKey(type) is { } key)
        {
            context.Writer.Write($"{Nested(key.GetValue(value), context)}: {ItemsOf((IEnumerable)value, '[', ']', context)}");
        }
        else if (Sequences.Of(value) is { } items)
        {
            context.Writer.Write(ItemsOf(items, '[', ']', context));
        }
        else if (value is ITuple tuple)
        {
            context.Writer.Write(Join([.. Enumerable.Range(0, tuple.Length).Select(i => Nested(tuple[i], context))], "(", ")", "("));
        }
        else
        {
            WriteObject(value, type, context);
        }
    }

    /// <summary>The text of a part: strings in quotes, on one line.</summary>
    public static string Nested(object? value, FormatContext context)
    {
        switch (value)
        {
            case Entry entry:
                return $"{Nested(entry.Key, context)}: {Nested(entry.Value, context)}";
            case Failure failure:
                return failure.ToString();
            case string text:
                return Quote(text);
            case char letter:
                return letter == '\n' ? "'\\n'" : $"'{letter}'";
            default:
                using (var writer = new StringWriter(CultureInfo.InvariantCulture))
                using (var inner = new FormatContext(writer, context.Depth, context.State))
                {
                    value.FormatTo(inner, PlainTextFormatter.MimeType);
                    return writer.ToString();
                }
        }
    }

    private static void WriteObject(object value, Type type, FormatContext context)
    {
        var members = Members.Of(type);
        if (Members.HasOwnText(type) || members.Count == 0)
        {
            context.Writer.Write(Members.HasOwnText(type) ? value.ToString() : TypeName.Of(type));
            return;
        }

        var parts = members.Select(member => $"{member.Name} = {Nested(member.Read(value), context)}").ToList();
        var prefix = Members.IsAnonymous(type) ? "" : TypeName.Of(type) + " ";
        context.Writer.Write(Join(parts, prefix + "{ ", " }", prefix + "{"));
    }

    private static string ItemsOf(IEnumerable items, char open, char close, FormatContext context)
    {
        var snapshot = context.State.SnapshotOf(items);
        var parts = snapshot.Items.Select(item => Nested(item, context)).ToList();
        if (snapshot.Rest() is { } rest)
        {
            parts.Add(rest);
        }

        var pad = open == '{' && parts.Count > 0 ? " " : "";
        return Join(parts, open + pad, pad + close, open.ToString());
    }

    private static Dictionary<string, object?> RowOf(DataTable table, DataRow row) =>
        table.Columns.Cast<DataColumn>().ToDictionary(column => column.ColumnName, column => row[column] is DBNull ? null : row[column]);

    private static string Quote(string text)
    {
        var shown = text.Length > LongestNestedText ? text[..LongestNestedText] : text;
        shown = shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return shown.Length == 0 || text.Length <= LongestNestedText ? $"\"{shown}\"" : $"\"{shown}…\" ({text.Length} characters)";
    }

    private static string Join(List<string> parts, string open, string close, string bareOpen)
    {
        var oneLine = open + string.Join(", ", parts) + close;
        if (!oneLine.Contains('\n', StringComparison.Ordinal) && oneLine.Length <= MaximumWidth)
        {
            return oneLine;
        }

        var areShort = parts.TrueForAll(part => part.Length <= LongestInARow && !part.Contains('\n', StringComparison.Ordinal));
        return areShort && bareOpen == "[" ? Rows(parts) : Lines(parts, bareOpen, close.Trim());
    }

    private static string Lines(List<string> parts, string open, string close) =>
        $"{open}\n{string.Join(",\n", parts.Select(p => "  " + p.Replace("\n", "\n  ", StringComparison.Ordinal)))}\n{close}";

    /// <summary>As many in a line as fit.</summary>
    private static string Rows(List<string> parts)
    {
        var lines = new List<string>();
        var line = "[";
        foreach (var (part, isLast) in parts.Select((part, i) => (part, i == parts.Count - 1)))
        {
            var piece = part + (isLast ? "]" : ",");
            if (line.Length + piece.Length > MaximumWidth)
            {
                lines.Add(line.TrimEnd());
                line = " ";
            }

            line += piece + (isLast ? "" : " ");
        }

        return string.Join('\n', [.. lines, line]);
    }
}
