using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Dictionaries, sequences of objects and objects as plain HTML tables, without styles of their own.</summary>
internal static class HtmlTable
{
    public static bool Suits(Type type)
    {
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || typeof(Exception).IsAssignableFrom(type) || type.IsAssignableTo(typeof(IFormattable)))
        {
            return false;
        }

        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            return true;
        }

        return ItemType(type) is { } item && IsRow(item);
    }

    public static void Write(object value, FormatContext context)
    {
        if (value is IDictionary dictionary)
        {
            WriteRows(context, ["key", "value"], Entries(dictionary), dictionary.Count);
            return;
        }

        var members = Members.Of(ItemType(value.GetType())!);
        var rows = ((IEnumerable)value).Cast<object?>()
            .Select(item => members.Select(m => item is null ? null : m.Read(item)));
        WriteRows(context, members.Select(m => m.Name), rows, Members.CountOf((IEnumerable)value));
    }

    private static IEnumerable<IEnumerable<object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return [entry.Key, entry.Value];
        }
    }

    private static void WriteRows(FormatContext context, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows, int? count)
    {
        var writer = context.Writer;
        var limit = Formatter.ListExpansionLimit;
        writer.Write("<table><thead><tr>");
        foreach (var column in columns)
        {
            writer.Write($"<th>{WebUtility.HtmlEncode(column)}</th>");
        }

        writer.Write("</tr></thead><tbody>");
        using var enumerator = rows.GetEnumerator();
        var written = 0;
        for (; written < limit && enumerator.MoveNext(); written++)
        {
            writer.Write("<tr>");
            foreach (var cell in enumerator.Current)
            {
                writer.Write("<td>");
                writer.Write(WebUtility.HtmlEncode(cell.ToDisplayString(PlainTextFormatter.MimeType)));
                writer.Write("</td>");
            }

            writer.Write("</tr>");
        }

        writer.Write("</tbody></table>");
        if (written == limit && enumerator.MoveNext())
        {
            writer.Write(count is { } total ? $"<p>({total - limit} more)</p>" : "<p>(more)</p>");
        }
    }

    private static bool IsRow(Type type) =>
        type != typeof(object) && !type.IsPrimitive && !type.IsEnum && type != typeof(string) && !type.IsAssignableTo(typeof(IFormattable)) &&
        !type.IsAssignableTo(typeof(IEnumerable)) && !type.IsAssignableTo(typeof(ITuple)) && !type.IsAssignableTo(typeof(Delegate)) &&
        !Members.HasOwnText(type) && Members.Of(type).Count > 0;

    private static Type? ItemType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
