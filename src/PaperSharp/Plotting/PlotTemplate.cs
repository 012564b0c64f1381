using Plotly.NET;

namespace PaperSharp.Plotting;

/// <summary>
/// The look of every chart: colours that colour-blind readers can tell apart (Okabe and Ito, 2008), no background, and
/// text and lines in a grey that shows on white as well as on black, since a chart does not know the reader's theme.
/// </summary>
internal static class PlotTemplate
{
    public const string Text = "#7d7d7d";
    public const string Grid = "rgba(128, 128, 128, 0.22)";
    public const string Transparent = "rgba(0, 0, 0, 0)";

    /// <summary>The colours of the first, second, … series.</summary>
    public static readonly IReadOnlyList<string> Colours =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#8c6d31"];

    public static GenericChart Apply(GenericChart chart)
    {
        // Set by name: the typed classes for templates have no functions that C# can call comfortably.
        dynamic layout = new Layout();
        layout.template = Template;
        return GenericChartExtensions.WithLayout(chart, (Layout)layout);
    }

    private static readonly Dictionary<string, object> Template = Object(("layout", Object(
        ("colorway", Colours.ToArray()),
        ("font", Object(("color", Text), ("size", 13), ("family", "system-ui, -apple-system, Segoe UI, sans-serif"))),
        ("title", Object(("font", Object(("size", 15))), ("x", 0.0), ("xref", "paper"), ("xanchor", "left"))),
        ("paper_bgcolor", Transparent),
        ("plot_bgcolor", Transparent),
        ("margin", Object(("l", 64), ("r", 20), ("t", 56), ("b", 52))),
        ("hovermode", "x unified"),
        ("hoverlabel", Object(("bgcolor", "rgba(250, 250, 250, 0.95)"), ("font", Object(("color", "#24292f"))))),
        ("modebar", Object(("bgcolor", Transparent), ("color", Text), ("activecolor", Colours[0]))),
        ("legend", Object(("orientation", "h"), ("x", 0.0), ("y", 1.0), ("yanchor", "bottom"), ("bgcolor", Transparent))),
        ("xaxis", Axis()),
        ("yaxis", Axis()))));

    private static Dictionary<string, object> Axis() => Object(
        ("gridcolor", Grid), ("linecolor", Text), ("zerolinecolor", Grid), ("showline", true), ("ticks", "outside"),
        ("tickcolor", Text), ("automargin", true), ("title", Object(("standoff", 10))));

    private static Dictionary<string, object> Object(params (string Name, object Value)[] properties) =>
        properties.ToDictionary(property => property.Name, property => property.Value);
}
