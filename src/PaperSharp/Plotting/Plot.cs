using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;
using static TorchSharp.torch;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

/// <summary>
/// The plots of the notebooks, in one look. Charts are Plotly.NET charts, to be styled further with its extensions;
/// pictures are PNG. <c>display(...)</c> shows them, and so does a cell that ends with one.
/// </summary>
public static partial class Plot
{
    /// <summary>One curve.</summary>
    /// <param name="values">The values; NaN leaves a gap.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the x axis is, with its unit.</param>
    /// <param name="yTitle">What the y axis is, with its unit.</param>
    /// <param name="x">Where the values are; null for 1, 2, 3, …</param>
    /// <param name="logX">A logarithmic x axis.</param>
    /// <param name="logY">A logarithmic y axis.</param>
    /// <exception cref="ArgumentException">x has another length than the values.</exception>
    public static GenericChart Curve(
        IReadOnlyList<double> values, string? title = null, string xTitle = "step", string yTitle = "value",
        IReadOnlyList<double>? x = null, bool logX = false, bool logY = false) =>
        Curves([new Series(yTitle, values, x)], title, xTitle, yTitle, logX, logY);

    /// <summary>Several curves, such as a method and its baseline, in one chart with a legend.</summary>
    /// <param name="series">The curves.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the x axis is, with its unit.</param>
    /// <param name="yTitle">What the y axis is, with its unit.</param>
    /// <param name="logX">A logarithmic x axis.</param>
    /// <param name="logY">A logarithmic y axis.</param>
    /// <param name="markers">Whether to mark the points themselves.</param>
    /// <exception cref="ArgumentException">There is no series, or one has more x than y values or fewer.</exception>
    public static GenericChart Curves(
        IEnumerable<Series> series, string? title = null, string xTitle = "step", string yTitle = "value",
        bool logX = false, bool logY = false, bool markers = false)
    {
        var lines = series.Select((one, i) =>
        {
            var (x, y) = one.Points();
            return Chart.Line<double, double, string>(
                x, y, ShowMarkers: markers, Name: one.Name, LineColor: Colour(i), MarkerColor: Colour(i), LineWidth: 2.0, UseDefaults: false);
        }).ToArray();
        if (lines.Length == 0)
        {
            throw new ArgumentException("There must be at least one series to plot.", nameof(series));
        }

        var chart = PlotTemplate.Apply(Chart.Combine(lines))
            .WithXAxisStyle<double, double, string>(TitleText: xTitle, AxisType: logX ? AxisType.Log : AxisType.Linear)
            .WithYAxisStyle<double, double, string>(TitleText: yTitle, AxisType: logY ? AxisType.Log : AxisType.Linear)
            .WithLegend(lines.Length > 1)
            .WithSize(Width: 720, Height: 400);
        return Titled(chart, title);
    }

    /// <summary>Bars for named numbers, such as the scores of a method and its baselines.</summary>
    /// <param name="names">A name for each bar.</param>
    /// <param name="values">The length of each bar.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="yTitle">What the values are, with their unit.</param>
    /// <exception cref="ArgumentException">There are more names than values or fewer.</exception>
    public static GenericChart Bars(
        IReadOnlyList<string> names, IReadOnlyList<double> values, string? title = null, string yTitle = "value")
    {
        if (names.Count != values.Count || names.Count == 0)
        {
            throw new ArgumentException($"There are {names.Count} names for {values.Count} values.", nameof(names));
        }

        var bars = Chart.Column<double, string, string>(values, Keys: names.ToArray(), MarkerColor: Colour(0), UseDefaults: false);
        var chart = PlotTemplate.Apply(bars)
            .WithYAxisStyle<double, double, string>(TitleText: yTitle)
            .WithSize(Width: 720, Height: 400);
        return Titled(chart, title);
    }

    /// <summary>A matrix as colours, its first row at the top.</summary>
    /// <param name="matrix">[rows, columns], any dtype and device.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the columns are, with their unit.</param>
    /// <param name="yTitle">What the rows are, with their unit.</param>
    /// <param name="columnNames">A name for each column; null for 0, 1, 2, …</param>
    /// <param name="rowNames">A name for each row; null for 0, 1, 2, …</param>
    /// <param name="scale">The colours; null for Viridis, which grows evenly in lightness.</param>
    /// <exception cref="ArgumentException">The tensor is not a matrix, or a number of names does not fit it.</exception>
    public static GenericChart HeatMap(
        Tensor matrix, string? title = null, string xTitle = "column", string yTitle = "row",
        IReadOnlyList<string>? columnNames = null, IReadOnlyList<string>? rowNames = null, Colorscale? scale = null)
    {
        var shape = matrix.shape;
        if (shape.Length != 2 || shape.Contains(0))
        {
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] is not a matrix.", nameof(matrix));
        }

        var (rows, columns) = ((int)shape[0], (int)shape[1]);
        if ((columnNames ?? rowNames) is not null && ((columnNames?.Count ?? columns) != columns || (rowNames?.Count ?? rows) != rows))
        {
            throw new ArgumentException($"A matrix of {rows} × {columns} needs {rows} row names and {columns} column names.", nameof(matrix));
        }

        var z = ImageBatch.Floats(matrix).Chunk(columns).ToArray();
        var map = Chart.Heatmap<float, string, string, string>(
            z,
            X: Given(columnNames),
            Y: Given(rowNames),
            ColorScale: scale ?? Colorscale.Viridis,
            ReverseYAxis: true,
            UseDefaults: false);
        var chart = PlotTemplate.Apply(map)
            .WithXAxisStyle<double, double, string>(TitleText: xTitle, ShowGrid: false)
            .WithYAxisStyle<double, double, string>(TitleText: yTitle, ShowGrid: false)
            .WithSize(Width: 640, Height: Math.Clamp((int)(460.0 * rows / columns) + 110, 260, 720));
        return Titled(chart, title);
    }

    private static Color Colour(int i) => Color.fromHex(PlotTemplate.Colours[i % PlotTemplate.Colours.Count]);

    private static Optional<IEnumerable<string>> Given(IReadOnlyList<string>? names) =>
        names is null ? default(Optional<IEnumerable<string>>) : new Optional<IEnumerable<string>>(names, true);

    private static GenericChart Titled(GenericChart chart, string? title) => title is null ? chart : chart.WithTitle(title);
}
