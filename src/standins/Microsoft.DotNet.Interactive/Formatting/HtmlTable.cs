using System.Collections;
using System.Data;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Dictionaries, sequences of objects or tuples, and data tables as HTML tables that scroll where they are long.</summary>
internal static class HtmlTable
{
    private const int LongestCell = 2_000;

    /// <summary>Whether the values of a type are tables.</summary>
    public static bool Suits(Type type) =>
        IsContainer(type) && (type == typeof(DataTable) || Sequences.IsDictionary(type) || (Sequences.ItemType(type) is { } item && IsRow(item)));

    /// <summary>Whether a sequence that does not declare what it holds, such as a list of objects, holds rows.</summary>
    public static bool SuitsItemsOf(object value)
    {
        var type = value.GetType();
        if (!IsContainer(type) || type.IsArray && type.GetArrayRank() > 1 || value is not IEnumerable sequence ||
            Sequences.ItemType(type) is { IsInterface: false } item && item != typeof(object))
        {
            return false;
        }

        var items = FormatState.Current.SnapshotOf(sequence).Items;
        return items.Count > 0 && items.All(one => one is not null && IsRow(one.GetType()));
    }

    public static void Write(object value, FormatContext context)
    {
        if (value is DataTable data)
        {
            Write(context, [.. data.Columns.Cast<DataColumn>().Select(column => column.ColumnName)], data.Rows, row => ((DataRow)row!).ItemArray);
        }
        else if (Sequences.IsDictionary(value.GetType()))
        {
            Write(context, ["key", "value"], Sequences.Entries(value), entry => [((Entry)entry!).Key, ((Entry)entry).Value]);
        }
        else
        {
            WriteObjects(context, (IEnumerable)value);
        }
    }

    private static void WriteObjects(FormatContext context, IEnumerable sequence)
    {
        var items = context.State.SnapshotOf(sequence).Items;
        var declared = Sequences.ItemType(sequence.GetType());
        if ((declared is not null && Sequences.IsTuple(declared) ? declared : items.Count > 0 ? items[0]?.GetType() : null) is { } type && Sequences.IsTuple(type))
        {
            var length = items.OfType<ITuple>().Select(tuple => tuple.Length).DefaultIfEmpty(0).Max();
            Write(context, [.. Enumerable.Range(1, length).Select(i => $"Item{i}")], sequence,
                row => row is ITuple tuple ? [.. Enumerable.Range(0, length).Select(i => i < tuple.Length ? tuple[i] : null)] : [row]);
            return;
        }

        // Items of derived types may have more to show than their declared type.
        var names = items.Where(item => item is not (null or Failure)).Select(item => item!.GetType()).Prepend(declared is null || !IsRow(declared) ? null : declared)
            .OfType<Type>().Distinct().SelectMany(Members.Of).Select(member => member.Name).Distinct().ToArray();
        Write(context, names, sequence, row => Row(row, names));
    }

    private static object?[] Row(object? item, string[] names)
    {
        if (item is null or Failure)
        {
            return [item];
        }

        var members = Members.Of(item.GetType());
        return [.. names.Select(name => members.FirstOrDefault(member => member.Name == name)?.Read(item))];
    }

    private static void Write(FormatContext context, string[] columns, IEnumerable sequence, Func<object?, object?[]> cellsOf)
    {
        var snapshot = context.State.SnapshotOf(sequence);
        object?[][] rows = [.. snapshot.Items.Select(item => item is Failure ? [item] : cellsOf(item))];
        var isNumber = columns.Select((_, i) => Array.TrueForAll(rows, row => i >= row.Length || row[i] is null or DBNull || IsNumber(row[i]!))).ToArray();
        var writer = context.Writer;
        HtmlStyles.Require(context);
        writer.Write("<div class=\"dni-table\"><table><thead><tr>");
        for (var i = 0; i < columns.Length; i++)
        {
            writer.Write($"<th{(isNumber[i] ? " class=\"dni-number\"" : "")}>{WebUtility.HtmlEncode(columns[i])}</th>");
        }

        writer.Write("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            writer.Write("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                WriteCell(context, row[i], isNumber[i], row.Length == 1 ? columns.Length : 1);
            }

            writer.Write("</tr>");
        }

        writer.Write("</tbody></table></div>");
        if (snapshot.HasMore)
        {
            var count = snapshot.Count is { } total ? $"{total - rows.Length} " : "";
            writer.Write($"<p class=\"dni-more\">… {count}more rows (Formatter.ListExpansionLimit is {Formatter.ListExpansionLimit})</p>");
        }
    }

    private static void WriteCell(FormatContext context, object? value, bool isNumber, int span)
    {
        var kind = value switch { null or DBNull => "dni-null", Failure => "dni-error", _ => isNumber ? "dni-number" : null };
        context.Writer.Write($"<td{(kind is null ? "" : $" class=\"{kind}\"")}{(span > 1 ? $" colspan=\"{span}\"" : "")}>");
        switch (value)
        {
            case IHtmlContent html:
                html.WriteTo(context.Writer, HtmlEncoder.Default);
                break;
            case not null when Formatter.HasRegisteredHtml(value.GetType()):
                value.FormatTo(context, HtmlFormatter.MimeType);
                break;
            default:
                var text = value is string given ? given : PlainTextWriter.Nested(value is DBNull ? null : value, context);
                context.Writer.Write(WebUtility.HtmlEncode(text.Length > LongestCell ? text[..LongestCell] + "…" : text));
                break;
        }

        context.Writer.Write("</td>");
    }

    private static bool IsContainer(Type type) =>
        type != typeof(string) && !type.IsPrimitive && !type.IsEnum && !type.IsAssignableTo(typeof(IFormattable)) &&
        !type.IsAssignableTo(typeof(Exception)) && !type.IsAssignableTo(typeof(System.Text.Json.Nodes.JsonNode));

    private static bool IsRow(Type type) =>
        Sequences.IsTuple(type) || Sequences.IsPair(type) ||
        (type != typeof(object) && IsContainer(type) && !type.IsAssignableTo(typeof(IEnumerable)) && !type.IsAssignableTo(typeof(Delegate)) &&
            !Members.HasOwnText(type) && Members.Of(type).Count > 0);

    private static bool IsNumber(object value) =>
        Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal && value is not Enum ||
        value is BigInteger or Half or Int128 or UInt128;
}
