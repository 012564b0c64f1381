using System.Globalization;
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

        return With(
            Framed(Chart.Combine(lines), title, xTitle, yTitle, logX, logY, legend: lines.Length > 1), layout => layout.hovermode = "x unified");
    }

    /// <summary>Bars for named numbers, such as the scores of a method and its baselines.</summary>
    /// <param name="names">A name for each bar.</param>
    /// <param name="values">The length of each bar.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="yTitle">What the values are, with their unit.</param>
    /// <param name="errors">How uncertain each value is, to both sides; null for no error bars.</param>
    /// <exception cref="ArgumentException">There are more names than values or fewer.</exception>
    public static GenericChart Bars(
        IReadOnlyList<string> names, IReadOnlyList<double> values, string? title = null, string yTitle = "value", IReadOnlyList<double>? errors = null) =>
        Bars(names, [new Series(yTitle, values)], title, yTitle, errors is null ? null : [errors]);

    /// <summary>Groups of bars: for each name one bar of each series, such as a method and its baselines on several tasks.</summary>
    /// <param name="names">A name for each group.</param>
    /// <param name="series">The bars of one colour: a value for each group.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="yTitle">What the values are, with their unit.</param>
    /// <param name="errors">[series][groups]: how uncertain each value is, to both sides; null for no error bars.</param>
    /// <exception cref="ArgumentException">There are more names than values or fewer.</exception>
    public static GenericChart Bars(
        IReadOnlyList<string> names, IEnumerable<Series> series, string? title = null, string yTitle = "value",
        IReadOnlyList<IReadOnlyList<double>>? errors = null)
    {
        var all = series.ToArray();
        var bars = all.Select((one, i) =>
        {
            if (names.Count != one.Y.Count || names.Count == 0 || (errors?[i].Count ?? names.Count) != names.Count)
            {
                throw new ArgumentException($"There are {names.Count} names for {one.Y.Count} values{(errors is null ? "" : $" and {errors[i].Count} errors")}.", nameof(names));
            }

            var chart = Chart.Column<double, string, string>(one.Y, Keys: names.ToArray(), Name: one.Name, MarkerColor: Colour(i), UseDefaults: false);
            return errors is null ? chart : WithErrors(chart, errors[i].ToArray());
        }).ToArray();
        var framed = PlotTemplate.Apply(Chart.Combine(bars))
            .WithYAxisStyle<double, double, string>(TitleText: yTitle)
            .WithSize(Width: PlotTemplate.Width, Height: PlotTemplate.Height);
        return Titled(WithLegend(framed, all.Length > 1), title);
    }

    /// <summary>A matrix as colours, its first row at the top.</summary>
    /// <param name="matrix">[rows, columns], any dtype and device.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="xTitle">What the columns are, with their unit.</param>
    /// <param name="yTitle">What the rows are, with their unit.</param>
    /// <param name="columnNames">A name for each column; null for 0, 1, 2, …</param>
    /// <param name="rowNames">A name for each row; null for 0, 1, 2, …</param>
    /// <param name="scale">The colours; null for Viridis, which grows evenly in lightness.</param>
    /// <param name="format">How to write the number into each cell, such as <c>0.00</c>; null to write none.</param>
    /// <exception cref="ArgumentException">The tensor is not a matrix, or a number of names does not fit it.</exception>
    public static GenericChart HeatMap(
        Tensor matrix, string? title = null, string xTitle = "column", string yTitle = "row",
        IReadOnlyList<string>? columnNames = null, IReadOnlyList<string>? rowNames = null, Colorscale? scale = null, string? format = null)
    {
        var (rows, columns) = MatrixSize(matrix);
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
        if (format is not null)
        {
            // plotly.js writes such texts in black or white, whichever shows on the cell.
            dynamic cells = map.GetTraces()[0];
            cells.text = z.Select(row => row.Select(value => value.ToString(format, CultureInfo.InvariantCulture)).ToArray()).ToArray();
            cells.texttemplate = "%{text}";
        }

        var height = Math.Clamp((int)(460.0 * rows / columns) + 110, 260, 720);
        return Framed(map, title, xTitle, yTitle, width: 640, height: height)
            .WithXAxisStyle<double, double, string>(ShowGrid: false)
            .WithYAxisStyle<double, double, string>(ShowGrid: false);
    }

    private static GenericChart Framed(
        GenericChart chart, string? title, string xTitle, string yTitle, bool? logX = null, bool? logY = null, bool? legend = null,
        int width = PlotTemplate.Width, int height = PlotTemplate.Height)
    {
        var framed = PlotTemplate.Apply(chart)
            .WithXAxisStyle<double, double, string>(TitleText: xTitle, AxisType: Type(logX))
            .WithYAxisStyle<double, double, string>(TitleText: yTitle, AxisType: Type(logY))
            .WithSize(Width: width, Height: height);
        return Titled(legend is { } shown ? WithLegend(framed, shown) : framed, title);
    }

    private static Optional<AxisType> Type(bool? log) =>
        log is null ? default(Optional<AxisType>) : log.Value ? AxisType.Log : AxisType.Linear;

    // Attributes by name: Plotly.NET's typed functions take optional arguments that only F# can leave out.
    private static GenericChart With(GenericChart chart, Action<dynamic> set)
    {
        var layout = new Layout();
        set(layout);
        return GenericChart.addLayout(layout, chart);
    }

    private static GenericChart WithLegend(GenericChart chart, bool shown) => With(chart, layout => layout.showlegend = shown);

    private static GenericChart WithErrors(GenericChart chart, double[] errors)
    {
        dynamic bars = new Plotly.NET.TraceObjects.Error();
        bars.array = errors;
        bars.color = PlotTemplate.Text;
        bars.thickness = 1.5;
        foreach (dynamic trace in chart.GetTraces())
        {
            trace.error_y = bars;
        }

        return chart;
    }

    /// <summary>Changes the markers of a chart that was given their colour.</summary>
    private static GenericChart WithMarkers(GenericChart chart, Action<dynamic> set)
    {
        foreach (dynamic trace in chart.GetTraces())
        {
            set(trace.marker);
        }

        return chart;
    }

    private static Plotly.NET.Line LineWith(Action<dynamic> set)
    {
        var line = new Plotly.NET.Line();
        set(line);
        return line;
    }

    private static GenericChart WithoutHover(this GenericChart chart)
    {
        foreach (dynamic trace in chart.GetTraces())
        {
            trace.hoverinfo = "skip";
        }

        return chart;
    }

    private static double ShownDigits(double value) => Series.ShownDigits(value);

    private static Color Colour(int i) => Color.fromHex(PlotTemplate.Colours[i % PlotTemplate.Colours.Count]);

    private static Optional<IEnumerable<string>> Given(IReadOnlyList<string>? names) =>
        names is null ? default(Optional<IEnumerable<string>>) : new Optional<IEnumerable<string>>(names, true);

    private static GenericChart Titled(GenericChart chart, string? title) => title is null ? chart : With(chart, layout =>
    {
        dynamic text = new Title();
        text.text = title;
        layout.title = text;
    });
}
