using MathNet.Numerics.LinearAlgebra;

namespace PaperSharp;

/// <summary>How notebooks show the matrices and vectors of MathNet.</summary>
internal static class MatrixView
{
    private const int MostShown = 400;
    private const int Edge = 5;

    public static string Text<T>(Matrix<T> matrix, Func<T, double> number)
        where T : struct, IEquatable<T>, IFormattable
    {
        var (rows, columns) = (Shown(matrix.RowCount, matrix.RowCount * matrix.ColumnCount), Shown(matrix.ColumnCount, matrix.RowCount * matrix.ColumnCount));
        var cells = BracketText.Align([.. rows.SelectMany(row => columns.Select(column => number(matrix[row, column])))]);
        return $"matrix {matrix.RowCount} × {matrix.ColumnCount} of {typeof(T).Name}\n{BracketText.Of(cells, [rows.Length, columns.Length], [matrix.RowCount, matrix.ColumnCount])}";
    }

    public static string Text<T>(Vector<T> vector, Func<T, double> number)
        where T : struct, IEquatable<T>, IFormattable
    {
        var entries = Shown(vector.Count, vector.Count);
        var cells = BracketText.Align([.. entries.Select(i => number(vector[i]))]);
        return $"vector of {vector.Count} {typeof(T).Name}\n{BracketText.Of(cells, [entries.Length], [vector.Count])}";
    }

    private static int[] Shown(int length, int total) => total <= MostShown || length <= 2 * Edge
        ? [.. Enumerable.Range(0, length)]
        : [.. Enumerable.Range(0, Edge), .. Enumerable.Range(length - Edge, Edge)];
}
