using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>The groups of attributes that several kinds of trace have in common.</summary>
internal static class TraceStyle
{
    public static GenericChart ToChart(this Trace trace, Optional<bool> useDefaults, Layout? layout = null) =>
        GenericChart.Of(trace, useDefaults.Or(true), layout);

    /// <summary>Changes each trace of a chart that has just been made and that nobody else has.</summary>
    public static GenericChart EachTrace(this GenericChart chart, Action<Trace> change)
    {
        foreach (var trace in chart.Traces)
        {
            change(trace);
        }

        return chart;
    }

    public static Trace Named(this Trace trace, Optional<string> Name, Optional<bool> ShowLegend, Optional<double> Opacity) =>
        trace.Set(Name).Set(ShowLegend).Set(Opacity);

    public static Trace Texts<TText>(
        this Trace trace, Optional<TText> text, Optional<IEnumerable<TText>> texts,
        Optional<StyleParam.TextPosition> position, Optional<IEnumerable<StyleParam.TextPosition>> positions) =>
        trace.SetSingleOrMany("text", text, texts).SetSingleOrMany("textposition", position, positions);

    public static Trace Scaled(
        this Trace trace, Optional<ColorBar> ColorBar, Optional<StyleParam.Colorscale> ColorScale,
        Optional<bool> ShowScale, Optional<bool> ReverseScale) =>
        trace.Set(ColorBar).Set(ColorScale).Set(ShowScale).Set(ReverseScale);

    /// <summary>A copy of the object that was given, or a new one: what is set on it is not the caller's.</summary>
    public static T Copied<T>(this Optional<T> given) where T : DynamicObj.DynamicObj, new() =>
        given.IsSome ? Merge.Copy(given.Value) : new T();

    public static Marker Marker(
        Optional<Marker> marker, Optional<Color> color, Optional<StyleParam.Colorscale> colorscale,
        Optional<Line> outline, Optional<IEnumerable<double>> opacity) =>
        marker.Copied().Set("color", color).Set("colorscale", colorscale).Set("line", outline).Set("opacity", opacity);

    public static Marker Marker<TSymbol>(
        Optional<Marker> marker, Optional<Color> color, Optional<StyleParam.Colorscale> colorscale, Optional<Line> outline,
        Optional<IEnumerable<double>> opacity, Optional<TSymbol> symbol, Optional<IEnumerable<TSymbol>> symbols) =>
        Marker(marker, color, colorscale, outline, opacity).SetSingleOrMany("symbol", symbol, symbols);

    public static Line Line(
        Optional<Line> line, Optional<Color> color, Optional<StyleParam.Colorscale> colorscale,
        Optional<double> width, Optional<StyleParam.DrawingStyle> dash) =>
        line.Copied().Set("color", color).Set("width", width).Set("dash", dash).Set("colorscale", colorscale);

    public static Line ContourLine(
        Optional<Line> line, Optional<Color> color, Optional<StyleParam.DrawingStyle> dash, Optional<double> smoothing) =>
        line.Copied().Set("color", color).Set("dash", dash).Set("smoothing", smoothing);

    public static StyleParam.Mode WithMarkers(this StyleParam.Mode mode, Optional<bool> show) => (show.Or(false), mode.ToString()) switch
    {
        (true, "lines") => StyleParam.Mode.Lines_Markers,
        (true, "lines+text") => StyleParam.Mode.Lines_Markers_Text,
        _ => mode,
    };

    public static StyleParam.Mode WithText(this StyleParam.Mode mode, bool show) => (show, mode.ToString()) switch
    {
        (true, "lines") => StyleParam.Mode.Lines_Text,
        (true, "lines+markers") => StyleParam.Mode.Lines_Markers_Text,
        (true, "markers") => StyleParam.Mode.Markers_Text,
        (true, "none") => StyleParam.Mode.Text,
        _ => mode,
    };

    /// <summary>Turns horizontal bars into vertical ones.</summary>
    public static void Upright(Trace bars)
    {
        var values = bars.GetPropertyValue("x");
        bars.RemoveProperty("x");
        if (bars.Properties.TryGetValue("y", out var keys))
        {
            bars.Set("x", keys);
        }

        bars.Set("y", values).Set("orientation", StyleParam.Orientation.Vertical);
    }

    /// <summary>A text in the middle of each cell of a heat map.</summary>
    public static Annotation[] CellTexts<TX, TY>(
        IEnumerable<IEnumerable<string>> texts, Optional<IEnumerable<TX>> x, Optional<IEnumerable<TY>> y)
    {
        var columns = x.IsSome ? x.Value.Cast<object>().ToArray() : null;
        var rows = y.IsSome ? y.Value.Cast<object>().ToArray() : null;
        return [.. texts.SelectMany((row, i) => row.Select((text, j) => new Annotation()
            .Set("x", columns is null ? j : columns[j]).Set("y", rows is null ? i : rows[i]).Set("showarrow", false).Set("text", text)))];
    }

    public static Layout Flipped(Optional<bool> reverse) => reverse.Or(false)
        ? new Layout().Set("yaxis", new LinearAxis().Set("autorange", "reversed"))
        : new Layout();

    public static Layout Perspective() => new Layout().Set("scene", new Scene().Set(
        "camera", new Camera().Set("projection", new CameraProjection().Set("type", StyleParam.CameraProjectionType.Perspective))));
}
