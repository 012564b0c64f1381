namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Arrays of more than one dimension as brackets in brackets, their last dimension in columns.</summary>
internal sealed class ArrayText
{
    private readonly Array _array;
    private readonly FormatContext _context;
    private readonly int _columns;
    private readonly List<string[]> _rows = [];
    private int[] _widths = [];
    private int _next;

    private ArrayText(Array array, FormatContext context)
    {
        (_array, _context) = (array, context);
        _columns = Math.Min(array.GetLength(array.Rank - 1), Formatter.ListExpansionLimit);
    }

    public static string Of(Array array, FormatContext context)
    {
        var text = new ArrayText(array, context);
        text.Read([]);
        text.Measure();
        return text.Nest(0);
    }

    /// <summary>How many indices of a dimension are shown: fewer of the outer ones, which show whole matrices.</summary>
    private int Shown(int dimension) =>
        Math.Min(_array.GetLength(dimension), dimension >= _array.Rank - 2 ? Formatter.ListExpansionLimit : Math.Max(1, Formatter.ListExpansionLimit / 4));

    private void Read(int[] position)
    {
        var dimension = position.Length;
        if (dimension == _array.Rank - 1)
        {
            _rows.Add([.. Enumerable.Range(0, _columns).Select(i => PlainTextWriter.Nested(At([.. position, i]), _context))]);
            return;
        }

        for (var i = 0; i < Shown(dimension); i++)
        {
            _context.State.Interruption.ThrowIfCancellationRequested();
            Read([.. position, i]);
        }
    }

    private object? At(int[] position) =>
        _array.GetValue([.. position.Select((index, dimension) => index + _array.GetLowerBound(dimension))]);

    /// <summary>Columns as wide as their widest entry, as many as fit into a line.</summary>
    private void Measure()
    {
        var widths = Enumerable.Range(0, _columns).Select(column => _rows.Max(row => (int?)row[column].Length) ?? 0).ToArray();
        var line = _array.Rank;
        var count = 0;
        while (count < widths.Length && (count == 0 || line + widths[count] <= PlainTextWriter.MaximumWidth))
        {
            line += widths[count++] + 2;
        }

        _widths = widths[..count];
    }

    private string Nest(int dimension)
    {
        if (dimension == _array.Rank - 1)
        {
            var row = _rows[_next++];
            var cells = _widths.Select((width, column) => row[column].PadLeft(width)).ToList();
            return Close(cells, _array.GetLength(dimension), ", ");
        }

        var parts = Enumerable.Range(0, Shown(dimension)).Select(_ => Nest(dimension + 1)).ToList();
        return Close(parts, _array.GetLength(dimension), ",\n" + new string(' ', dimension + 1));
    }

    private static string Close(List<string> parts, int length, string separator)
    {
        var more = length - parts.Count;
        return $"[{string.Join(separator, more > 0 ? [.. parts, $"… ({more} more)"] : parts)}]";
    }
}
