using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

/// <summary>Styles a chart: each returns the chart with something added, the one it is called on stays as it was.</summary>
public static partial class GenericChartExtensions
{
    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.WithLayout(new Layout().Set("title", Title.init(title, TitleFont)));

    /// <summary>Width and height in pixels.</summary>
    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.WithLayout(new Layout().Set("width", width).Set("height", height));

    public static GenericChart WithMargin(this GenericChart @this, Margin margin) =>
        @this.WithLayout(new Layout().Set("margin", margin));

    /// <summary>The space around the plot, in pixels.</summary>
    public static GenericChart WithMarginSize<a, b, c, d, e, f>(
        this GenericChart @this, FSharpOption<a>? Left = null, FSharpOption<b>? Right = null, FSharpOption<c>? Top = null,
        FSharpOption<d>? Bottom = null, FSharpOption<e>? Pad = null, FSharpOption<f>? Autoexpand = null) =>
        @this.WithMargin(Margin.init(Left, Right, Top, Bottom, Pad, Autoexpand));

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.WithLayout(new Layout().Set("showlegend", showlegend));

    /// <summary>Adds the attributes of the layout to those that the chart has.</summary>
    public static GenericChart WithLayout(this GenericChart @this, Layout layout) =>
        GenericChart.addLayout(layout, @this);

    public static GenericChart WithConfig(this GenericChart @this, Config config) =>
        GenericChart.setConfig(config, @this);

    public static GenericChart WithTemplate(this GenericChart @this, Template template) =>
        @this.WithLayout(new Layout().Set("template", template));

    public static GenericChart WithLayoutGrid(this GenericChart @this, LayoutGrid layoutGrid) =>
        @this.WithLayout(new Layout().Set("grid", layoutGrid));

    public static GenericChart WithAnnotation(this GenericChart @this, Annotation annotation, FSharpOption<bool>? Append = null) =>
        @this.WithAnnotations([annotation], Append);

    /// <summary>Texts over the plot, beside those it has unless Append is false.</summary>
    public static GenericChart WithAnnotations(this GenericChart @this, IEnumerable<Annotation> annotations, FSharpOption<bool>? Append = null) =>
        @this.WithList("annotations", annotations, Append);

    public static GenericChart WithShape(this GenericChart @this, Shape shape, FSharpOption<bool>? Append = null) =>
        @this.WithShapes([shape], Append);

    /// <summary>Lines, boxes and paths over or under the traces, beside those it has unless Append is false.</summary>
    public static GenericChart WithShapes(this GenericChart @this, IEnumerable<Shape> shapes, FSharpOption<bool>? Append = null) =>
        @this.WithList("shapes", shapes, Append);

    public static GenericChart WithLayoutImage(this GenericChart @this, LayoutImage image, FSharpOption<bool>? Append = null) =>
        @this.WithLayoutImages([image], Append);

    public static GenericChart WithLayoutImages(this GenericChart @this, IEnumerable<LayoutImage> images, FSharpOption<bool>? Append = null) =>
        @this.WithList("images", images, Append);

    public static GenericChart WithUpdateMenu(this GenericChart @this, UpdateMenu updateMenu, FSharpOption<bool>? Append = null) =>
        @this.WithUpdateMenus([updateMenu], Append);

    /// <summary>Buttons and dropdowns, beside those it has unless Append is false.</summary>
    public static GenericChart WithUpdateMenus(this GenericChart @this, IEnumerable<UpdateMenu> updateMenus, FSharpOption<bool>? Append = null) =>
        @this.WithList("updatemenus", updateMenus, Append);

    public static GenericChart WithSlider(this GenericChart @this, Slider slider) =>
        @this.WithSliders([slider]);

    public static GenericChart WithSliders(this GenericChart @this, IEnumerable<Slider> sliders) =>
        @this.WithList("sliders", sliders, append: false);

    private static GenericChart WithList<T>(this GenericChart chart, string name, IEnumerable<T> items, FSharpOption<bool>? append)
    {
        var layout = Merge.Copy(chart.Layout);
        if (append is { Value: false })
        {
            layout.RemoveProperty(name);
        }

        return GenericChart.setLayout(Merge.Layouts(layout, new Layout().Set(name, items.ToArray())), chart);
    }
}
