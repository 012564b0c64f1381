using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor as text, in the styles of TorchSharp.</summary>
internal sealed class TensorText
{
    private readonly StringBuilder _text = new();
    private readonly ElementText _elements;
    private readonly long[] _shape;
    private readonly long[] _position;
    private readonly int _width;
    private readonly string _newLine;

    private TensorText(Tensor tensor, ElementText elements, int width, string newLine)
    {
        _elements = elements;
        _shape = tensor.shape;
        _position = new long[_shape.Length];
        _width = width;
        _newLine = newLine;
    }

    /// <summary><c>[2x3], type = Float32, device = cpu</c></summary>
    internal static string Metadata(Tensor tensor) =>
        $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal static string Of(
        Tensor tensor, TensorStringStyle style, string? format, int? width, CultureInfo? culture, string? newLine)
    {
        if (style == TensorStringStyle.Default) style = PrintOptions.Style;
        if (style == TensorStringStyle.Metadata || tensor.is_meta || tensor.is_sparse) return Metadata(tensor);

        culture ??= CultureInfo.CurrentCulture;
        newLine ??= PrintOptions.NewLine;
        var scalar = tensor.dim() == 0;
        var elements = new ElementText(
            tensor, format ?? PrintOptions.FloatFormat, culture, literal: style == TensorStringStyle.CSharp && !scalar);
        if (scalar && style == TensorStringStyle.Numpy) return elements.At([]);
        if (scalar) return $"{Metadata(tensor)}, value = {elements.At([])}";

        var text = new TensorText(tensor, elements, width ?? PrintOptions.LineWidth, newLine);
        switch (style)
        {
            case TensorStringStyle.Numpy:
                text.Nest(0, "[", "]", depth => string.Concat(Enumerable.Repeat(newLine, depth)), separator: string.Empty);
                break;
            case TensorStringStyle.CSharp:
                text.Literal(tensor);
                break;
            default:
                text._text.Append(Metadata(tensor));
                if (tensor.numel() > 0) text.Matrices(0);
                break;
        }

        return text._text.ToString();
    }

    private static string TypeName(ScalarType type) => type switch
    {
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.ComplexFloat32 => "complex64",
        ScalarType.ComplexFloat64 => "complex128",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>The indices shown along a dimension; -1 stands for those left out.</summary>
    private static IEnumerable<long> Shown(long size, long limit)
    {
        if (size <= limit) return Enumerable.Range(0, (int)size).Select(i => (long)i);
        var half = Math.Max(1, limit / 2);
        return Ends(size, half);
    }

    private static IEnumerable<long> Ends(long size, long half)
    {
        for (long i = 0; i < half; i++) yield return i;
        yield return -1;
        for (var i = size - half; i < size; i++) yield return i;
    }

    /// <summary>Brackets within brackets; <paramref name="between"/> says what separates entries of so many dimensions.</summary>
    private void Nest(int axis, string open, string close, Func<int, string> between, string separator)
    {
        _text.Append(open);
        var last = axis == _shape.Length - 1;
        var first = true;
        foreach (var index in Shown(_shape[axis], last ? PrintOptions.MaxColumns : PrintOptions.MaxRows))
        {
            if (!first && last) _text.Append(_text[^1] == '.' ? " " : ", ");
            else if (!first) _text.Append(_text[^1] == '.' ? string.Empty : separator).Append(between(_shape.Length - 1 - axis)).Append(' ', axis + 1);
            first = false;
            if (index < 0)
            {
                _text.Append("...");
                continue;
            }

            _position[axis] = index;
            if (last) _text.Append(_elements.At(_position));
            else Nest(axis + 1, open, close, between, separator);
        }

        _text.Append(close);
    }

    /// <summary>An initializer as one would write it.</summary>
    private void Literal(Tensor tensor)
    {
        _text.Append(Metadata(tensor)).Append(", value = ");
        if (_shape.Length > 1) _text.Append(_newLine);
        _text.Append(TypeName(tensor.dtype)).Append(" [").Append(',', _shape.Length - 1).Append("] ");
        if (_shape.Length == 1)
        {
            Nest(0, "{", "}", _ => string.Empty, separator: ",");
            return;
        }

        _text.Append('{');
        var first = true;
        foreach (var index in Shown(_shape[0], PrintOptions.MaxRows))
        {
            if (!first && _text[^1] != '.') _text.Append(',');
            first = false;
            _text.Append(_newLine).Append(' ');
            if (index < 0)
            {
                _text.Append("...");
                continue;
            }

            _position[0] = index;
            Nest(1, "{", "}", _ => _newLine, separator: ",");
        }

        _text.Append(_newLine).Append('}');
    }

    /// <summary>One matrix after the other, each under its index.</summary>
    private void Matrices(int axis)
    {
        if (_shape.Length - axis <= 2)
        {
            if (_shape.Length > 2)
            {
                _text.Append(_newLine).Append('[').AppendJoin(',', _position[..^2]).Append(",..,..] =");
            }

            _text.Append(_newLine);
            Matrix();
            return;
        }

        foreach (var index in Shown(_shape[axis], PrintOptions.MaxRows))
        {
            if (index < 0)
            {
                _text.Append(_newLine).Append("...").Append(_newLine);
                continue;
            }

            _position[axis] = index;
            Matrices(axis + 1);
        }
    }

    /// <summary>Columns as wide as their widest entry, as many as fit into the line.</summary>
    private void Matrix()
    {
        var rank = _shape.Length;
        var rows = rank == 1 ? [0L] : Shown(_shape[^2], Math.Max(PrintOptions.MaxRows, 1)).ToList();
        var columns = Enumerable.Range(0, (int)Math.Min(_shape[^1], _width)).Select(i => (long)i).ToList();
        if (columns.Count < _shape[^1] || Cells(rows, columns).Sum(column => column.Width + 1) > _width)
        {
            var half = columns.Count;
            do columns = [.. Ends(_shape[^1], --half)];
            while (half > 1 && Cells(rows, columns).Sum(column => column.Width + 1) > _width);
        }

        var cells = Cells(rows, columns);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row] < 0)
            {
                _text.Append(" ...").Append(_newLine);
                continue;
            }

            foreach (var (width, texts) in cells) _text.Append(' ').Append(texts[row].PadLeft(width));
            _text.Append(_newLine);
        }
    }

    private List<(int Width, string[] Texts)> Cells(List<long> rows, List<long> columns) =>
    [
        .. columns.Select(column =>
        {
            var texts = rows.Select(row => row < 0 ? string.Empty : column < 0 ? "..." : Cell(row, column)).ToArray();
            return (texts.Max(text => text.Length), texts);
        }),
    ];

    private string Cell(long row, long column)
    {
        if (_shape.Length > 1) _position[^2] = row;
        _position[^1] = column;
        return _elements.At(_position);
    }
}
