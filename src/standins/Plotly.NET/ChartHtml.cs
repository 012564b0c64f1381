using System.Globalization;

namespace Plotly.NET;

/// <summary>Charts as HTML. plotly.js itself is loaded by the page, once, not by each chart.</summary>
internal static class ChartHtml
{
    public static string Fragment(GenericChart chart)
    {
        var id = $"chart-{Guid.NewGuid():N}";
        var width = Size(chart, "width", "100%");
        var height = Size(chart, "height", "450px");
        return $$"""
            <div id="{{id}}" style="width: {{width}}; height: {{height}};"></div>
            <script>
            (function () {
              var chart = {{GenericChart.toJson(chart)}};
              Plotly.newPlot("{{id}}", chart.data, chart.layout, chart.config);
            })();
            </script>
            """;
    }

    private static string Size(GenericChart chart, string name, string other) =>
        chart.Layout.Properties.TryGetValue(name, out var value)
            ? string.Create(CultureInfo.InvariantCulture, $"{value}px")
            : other;
}
