using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;
using static TorchSharp.torch;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>A function of the plane as filled contours (a density, a decision, an energy), with points over it.</summary>
    /// <param name="values">[rows, columns]: the function on an even grid, the first row at the lowest y, the first column at the lowest x.</param>
    /// <param name="x">The first and the last column's x.</param>
    /// <param name="y">The first and the last row's y.</param>
    /// <param name="points">[n, 2]: points to draw over it; null for none.</param>
    /// <param name="labels">A name for each point, which chooses its colour.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the x axis is, with its unit.</param>
    /// <param name="yTitle">What the y axis is, with its unit.</param>
    /// <param name="scale">The colours; null for Viridis.</param>
    /// <exception cref="ArgumentException">The values are no matrix, or the points are not [n, 2].</exception>
    public static GenericChart Field(
        Tensor values, (double From, double To) x, (double From, double To) y, Tensor? points = null, IReadOnlyList<string>? labels = null,
        string? title = null, string xTitle = "x", string yTitle = "y", Colorscale? scale = null)
    {
        var (rows, columns) = MatrixSize(values);
        var z = ImageBatch.Floats(values).Select(value => ShownDigits(value)).Chunk(columns).ToArray();
        var contours = Chart.Contour<double, double, double, string>(
            z, X: Even(x, columns), Y: Even(y, rows), ColorScale: scale ?? Colorscale.Viridis, NContours: 14, UseDefaults: false);
        foreach (dynamic trace in contours.GetTraces())
        {
            trace.line = LineWith(line => line.width = 0.0);
        }

        GenericChart[] charts = points is null ? [contours] : [contours, Outlined(Embedding(points, labels))];
        var chart = Framed(Chart.Combine(charts), title, xTitle, yTitle, legend: labels is not null, width: 640, height: 520);
        return chart
            .WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(x.From, x.To), ShowGrid: false)
            .WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(y.From, y.To), ShowGrid: false);
    }

    // On colours of every lightness a point needs an edge; and it brings no size or look of its own.
    private static GenericChart Outlined(GenericChart points) => GenericChart.setLayout(
        new Layout(),
        WithMarkers(points, marker =>
        {
            marker.opacity = 1.0;
            marker.line = LineWith(line =>
            {
                line.color = "white";
                line.width = 1.0;
            });
        }));

    private static double[] Even((double From, double To) range, int count) =>
        [.. Enumerable.Range(0, count).Select(i => ShownDigits(count == 1 ? range.From : range.From + (i * (range.To - range.From) / (count - 1))))];

    private static (int Rows, int Columns) MatrixSize(Tensor matrix)
    {
        var shape = matrix.shape;
        return shape.Length == 2 && !shape.Contains(0)
            ? ((int)shape[0], (int)shape[1])
            : throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] is not a matrix.", nameof(matrix));
    }
}
