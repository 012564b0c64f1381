using Plotly.NET;

namespace PaperSharp.Plotting;

/// <summary>
/// The look of every chart: colours that colour-blind readers can tell apart (Okabe and Ito, 2008; without yellow, which
/// white paper swallows), no background, and text and lines in a grey that shows on white as well as on black, for front
/// ends that do not say which theme they have.
/// </summary>
internal static class PlotTemplate
{
    public const string Text = "#7a7a7a";
    public const string Grid = "rgba(128, 128, 128, 0.22)";
    public const string Transparent = "rgba(0, 0, 0, 0)";
    public const int Width = 720;
    public const int Height = 400;

    /// <summary>The colours of the first, second, … series.</summary>
    public static readonly IReadOnlyList<string> Colours =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#8c6d31"];

    private static readonly Dictionary<string, object> ColourBar = Of(
        ("outlinewidth", 0), ("thickness", 14), ("ticks", "outside"), ("ticklen", 4), ("tickcolor", Text), ("title", Of(("side", "right"))));

    private static readonly Dictionary<string, object> Scale = Of(("colorscale", "Viridis"), ("colorbar", ColourBar));

    private static readonly Dictionary<string, object> Layout = Of(
        ("colorway", Colours.ToArray()),
        ("font", Of(("color", Text), ("size", 13), ("family", "system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif"))),
        ("title", Of(("font", Of(("size", 15))), ("x", 0.0), ("xref", "paper"), ("xanchor", "left"))),
        ("paper_bgcolor", Transparent),
        ("plot_bgcolor", Transparent),
        ("margin", Of(("l", 64), ("r", 20), ("t", 56), ("b", 52))),
        ("hovermode", "closest"),
        ("hoverlabel", Of(("bgcolor", "rgba(250, 250, 250, 0.95)"), ("font", Of(("color", "#24292f"))))),
        ("modebar", Of(("bgcolor", Transparent), ("color", Text), ("activecolor", Colours[0]))),
        ("legend", Of(("orientation", "h"), ("itemsizing", "constant"), ("x", 0.0), ("y", 1.0), ("yanchor", "bottom"), ("bgcolor", Transparent))),
        ("coloraxis", Of(("colorscale", "Viridis"), ("colorbar", ColourBar))),
        ("annotationdefaults", Of(("arrowcolor", Text), ("arrowwidth", 1), ("arrowhead", 2))),
        ("shapedefaults", Of(("line", Of(("color", Text), ("width", 1.5))))),
        ("sliderdefaults", Of(("bgcolor", Grid), ("activebgcolor", Colours[0]), ("bordercolor", Transparent), ("tickcolor", Text), ("ticklen", 4), ("minorticklen", 0))),
        ("updatemenudefaults", Of(("bgcolor", Grid), ("bordercolor", Transparent))),
        ("xaxis", Axis()),
        ("yaxis", Axis()),
        ("scene", Of(
            ("xaxis", SceneAxis()), ("yaxis", SceneAxis()), ("zaxis", SceneAxis()),
            ("camera", Of(("eye", Of(("x", 1.5), ("y", 1.5), ("z", 1.0))), ("center", Of(("x", 0), ("y", 0), ("z", -0.12))))))));

    private static readonly Dictionary<string, object> Traces = Of(
        ("scatter", All(Of(("line", Of(("width", 2))), ("marker", Of(("size", 6)))))),
        ("scatter3d", All(Of(("line", Of(("width", 3))), ("marker", Of(("size", 3), ("colorbar", ColourBar)))))),
        ("bar", All(Of(("marker", Of(("line", Of(("width", 0)))))))),
        ("histogram", All(Of(("marker", Of(("line", Of(("width", 0)))))))),
        ("box", All(Of(("line", Of(("width", 1.5))), ("marker", Of(("size", 4)))))),
        ("violin", All(Of(("line", Of(("width", 1.5))), ("marker", Of(("size", 4)))))),
        ("pie", All(Of(("marker", Of(("line", Of(("color", Transparent), ("width", 1)))))))),
        ("heatmap", All(Scale)), ("contour", All(Scale)), ("surface", All(Scale)), ("mesh3d", All(Scale)),
        ("histogram2d", All(Scale)), ("histogram2dcontour", All(Scale)));

    public static readonly Template Template = Make();

    /// <summary>The chart in this look.</summary>
    public static GenericChart Apply(GenericChart chart)
    {
        dynamic layout = new Layout();
        layout.template = Template;
        return GenericChart.addLayout((Layout)layout, chart);
    }

    private static Template Make()
    {
        // Set by name: the typed classes for templates have no functions that C# can call comfortably.
        dynamic template = new Template();
        template.layout = Layout;
        template.data = Traces;
        return template;
    }

    private static Dictionary<string, object> Axis() => Of(
        ("gridcolor", Grid), ("linecolor", Text), ("zerolinecolor", Grid), ("showline", true), ("ticks", "outside"), ("ticklen", 4),
        ("tickcolor", Text), ("automargin", true), ("title", Of(("standoff", 10))));

    // Opaque: WebGL's lines do not mix with a transparent background.
    private static Dictionary<string, object> SceneAxis() => Of(
        ("gridcolor", "#a8a8a8"), ("linecolor", Text), ("zerolinecolor", "#a8a8a8"), ("showbackground", false), ("nticks", 6));

    private static Dictionary<string, object>[] All(Dictionary<string, object> traces) => [traces];

    private static Dictionary<string, object> Of(params (string Name, object Value)[] properties) =>
        properties.ToDictionary(property => property.Name, property => property.Value);
}
