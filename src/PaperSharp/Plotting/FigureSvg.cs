using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PaperSharp.Plotting;

/// <summary>
/// Draws a Plotly figure as SVG: what a reader sees where no script runs. Scatter, bar, histogram and heat map traces,
/// linear, logarithmic and category axes, grids of subplots, title and legend.
/// </summary>
internal sealed class FigureSvg
{
    private readonly StringBuilder _svg = new();
    private readonly PlotlyFigure _figure;
    private readonly FigureTrace[] _traces;
    private readonly double _width;
    private readonly double _height;

    private FigureSvg(PlotlyFigure figure)
    {
        _figure = figure;
        _traces = [.. figure.Traces];
        _width = PlotlyFigure.Number(PlotlyFigure.Get(figure.Layout, "width")) ?? 720;
        _height = PlotlyFigure.Number(PlotlyFigure.Get(figure.Layout, "height")) ?? 400;
    }

    /// <summary>The figure as one svg element.</summary>
    public static string Draw(PlotlyFigure figure) => new FigureSvg(figure).Draw();

    private string Draw()
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{_width}\" height=\"{_height}\" viewBox=\"0 0 {_width} {_height}\" role=\"img\" aria-label=\"{Escape(FigureText.Describe(_figure))}\" font-family=\"system-ui, -apple-system, Segoe UI, sans-serif\" font-size=\"12\" fill=\"{PlotTemplate.Text}\">");
        var top = 14.0;
        if (_figure.Title is { } title)
        {
            Add($"<text x=\"{64}\" y=\"24\" font-size=\"15\">{Escape(title)}</text>");
            top += 24;
        }

        if (PlotlyFigure.Flag(PlotlyFigure.Get(_figure.Layout, "showlegend")) ?? _traces.Length > 1)
        {
            Legend(top + 4);
            top += 22;
        }

        if (PlotlyFigure.Items(PlotlyFigure.Get(_figure.Layout, "annotations")).Any(IsOnPaper))
        {
            top += 18;
        }

        var colourBar = _traces.Any(trace => trace.Type == "heatmap" && PlotlyFigure.Flag(trace["showscale"]) != false);
        var area = new Box(64, top, _width - 64 - (colourBar ? 84 : 20), _height - top - 52);
        foreach (var panel in _traces.Select((trace, i) => (trace, i)).GroupBy(item => (item.trace.XAxis, item.trace.YAxis)))
        {
            Panel([.. panel], Cell(area, panel.Key.XAxis, panel.Key.YAxis));
        }

        foreach (var annotation in PlotlyFigure.Items(PlotlyFigure.Get(_figure.Layout, "annotations")))
        {
            if (IsOnPaper(annotation) && PlotlyFigure.Number(PlotlyFigure.Get(annotation, "x")) is { } x && PlotlyFigure.Number(PlotlyFigure.Get(annotation, "y")) is { } y)
            {
                Add($"<text x=\"{area.X(x)}\" y=\"{area.Y(y) - 5}\" text-anchor=\"middle\">{Escape(PlotlyFigure.Text(PlotlyFigure.Get(annotation, "text")) ?? "")}</text>");
            }
        }

        return _svg.Append("</svg>").ToString();
    }

    private void Legend(double y)
    {
        var x = 64.0;
        for (var i = 0; i < _traces.Length; i++)
        {
            if (_traces[i].Name is { } name && PlotlyFigure.Flag(_traces[i]["showlegend"]) != false)
            {
                Add($"<rect x=\"{x}\" y=\"{y}\" width=\"18\" height=\"3\" rx=\"1\" fill=\"{Colour(_traces[i], i)}\"/><text x=\"{x + 24}\" y=\"{y + 6}\">{Escape(name)}</text>");
                x += 44 + (6.6 * name.Length);
            }
        }
    }

    private void Panel((FigureTrace Trace, int Index)[] traces, Box box)
    {
        var cells = traces.Any(item => item.Trace.Type == "heatmap");
        var bars = new FigureBars([.. traces.Where(item => item.Trace.Type is "bar" or "histogram").Select(item => item.Trace)]);
        var (xs, ys) = (bars.Xs.ToList(), bars.Ys.ToList());
        foreach (var (trace, _) in traces)
        {
            if (trace.Type == "heatmap")
            {
                var (columns, rows) = FigureHeatMap.Names(trace);
                xs.AddRange(columns);
                ys.AddRange(rows);
            }
            else if (trace.Type.StartsWith("scatter", StringComparison.Ordinal))
            {
                xs.AddRange(trace.Values("x"));
                ys.AddRange(trace.Values("y"));
            }
        }

        var xAxis = new FigureAxis(AxisLayout(traces[0].Trace.XAxis), xs, cells, fromZero: bars.AreHorizontal);
        var yAxis = new FigureAxis(AxisLayout(traces[0].Trace.YAxis), ys, cells, fromZero: bars.AreVertical);
        Axes(xAxis, yAxis, box);
        Add($"<svg x=\"{box.Left}\" y=\"{box.Top}\" width=\"{box.Width}\" height=\"{box.Height}\">");
        var inner = new Box(0, 0, box.Width, box.Height);
        foreach (var (trace, index) in traces)
        {
            var colour = Colour(trace, index);
            switch (trace.Type)
            {
                case "heatmap": FigureHeatMap.Draw(_svg, trace, inner, xAxis, yAxis); break;
                case "bar" or "histogram": bars.Draw(_svg, trace, colour, inner, xAxis, yAxis); break;
                case "scatter" or "scattergl": FigureScatter.Draw(_svg, trace, colour, inner, xAxis, yAxis); break;
            }
        }

        Add($"</svg>");
        if (traces.FirstOrDefault(item => item.Trace.Type == "heatmap").Trace is { } map && PlotlyFigure.Flag(map["showscale"]) != false)
        {
            FigureHeatMap.DrawScale(_svg, map, new Box(box.Right + 14, box.Top, 14, box.Height));
        }
    }

    private void Axes(FigureAxis x, FigureAxis y, Box box)
    {
        foreach (var (position, label) in x.Ticks(Math.Max(2, (int)(box.Width / 70))))
        {
            var at = box.X(position);
            if (x.ShowGrid)
            {
                Add($"<line x1=\"{at}\" y1=\"{box.Top}\" x2=\"{at}\" y2=\"{box.Bottom}\" stroke=\"#808080\" stroke-opacity=\"0.22\"/>");
            }

            Add($"<text x=\"{at}\" y=\"{box.Bottom + 17}\" text-anchor=\"middle\">{Escape(label)}</text>");
        }

        foreach (var (position, label) in y.Ticks(Math.Max(2, (int)(box.Height / 36))))
        {
            var at = box.Y(position);
            if (y.ShowGrid)
            {
                Add($"<line x1=\"{box.Left}\" y1=\"{at}\" x2=\"{box.Right}\" y2=\"{at}\" stroke=\"#808080\" stroke-opacity=\"0.22\"/>");
            }

            Add($"<text x=\"{box.Left - 7}\" y=\"{at + 4}\" text-anchor=\"end\">{Escape(label)}</text>");
        }

        Add($"<path d=\"M{box.Left} {box.Top}V{box.Bottom}H{box.Right}\" fill=\"none\" stroke=\"{PlotTemplate.Text}\"/>");
        if (x.Title is { } xTitle)
        {
            Add($"<text x=\"{box.X(0.5)}\" y=\"{box.Bottom + 38}\" text-anchor=\"middle\" font-size=\"13\">{Escape(xTitle)}</text>");
        }

        if (y.Title is { } yTitle)
        {
            Add($"<text transform=\"translate({box.Left - 48} {box.Y(0.5)}) rotate(-90)\" text-anchor=\"middle\" font-size=\"13\">{Escape(yTitle)}</text>");
        }
    }

    // x2 is the axis xaxis2 of the layout.
    private JsonElement? AxisLayout(string id) => PlotlyFigure.Get(_figure.Layout, $"{id[0]}axis{id[1..]}");

    // plotly.js's places: n cells of width 1 − gap with gaps between them, scaled to fill the area.
    private Box Cell(Box area, string xAxis, string yAxis)
    {
        var grid = PlotlyFigure.Get(_figure.Layout, "grid");
        if (PlotlyFigure.Number(PlotlyFigure.Get(grid, "rows")) is not { } rows || PlotlyFigure.Number(PlotlyFigure.Get(grid, "columns")) is not { } columns)
        {
            return area;
        }

        var coupled = PlotlyFigure.Text(PlotlyFigure.Get(grid, "pattern")) == "coupled";
        var xGap = PlotlyFigure.Number(PlotlyFigure.Get(grid, "xgap")) ?? (coupled ? 0.1 : 0.2);
        var yGap = PlotlyFigure.Number(PlotlyFigure.Get(grid, "ygap")) ?? (coupled ? 0.1 : 0.3);
        var number = AxisNumber(xAxis) - 1;
        var column = number % (int)columns;
        var row = coupled ? AxisNumber(yAxis) - 1 : number / (int)columns;
        var (width, height) = (area.Width / (columns - xGap), area.Height / (rows - yGap));
        return new Box(area.Left + (column * width), area.Top + (row * height), width * (1 - xGap), height * (1 - yGap));
    }

    // The titles of subplots are; the texts in the cells of a heat map are not.
    private static bool IsOnPaper(JsonElement annotation) => PlotlyFigure.Text(PlotlyFigure.Get(annotation, "xref")) == "paper";

    private static int AxisNumber(string id) => id.Length == 1 ? 1 : int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Colour(FigureTrace trace, int index) =>
        PlotlyFigure.Text(trace["line", "color"]) ?? PlotlyFigure.Text(trace["marker", "color"]) ?? PlotTemplate.Colours[index % PlotTemplate.Colours.Count];

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Add(FormattableString text) => _svg.AppendSvg(text);
}
