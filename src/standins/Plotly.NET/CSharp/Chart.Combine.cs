namespace Plotly.NET.CSharp;

/// <summary>Makes charts. Colours, sizes and titles are arguments here, or extensions of the chart.</summary>
public static partial class Chart
{
    /// <summary>All traces of all charts in the same axes.</summary>
    public static GenericChart Combine(
        IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    /// <summary>An empty place in a grid.</summary>
    public static GenericChart Invisible()
    {
        var hidden = new LayoutObjects.LinearAxis()
            .Set("showticklabels", false)
            .Set("showline", false)
            .Set("showgrid", false)
            .Set("zeroline", false);
        return GenericChart.Of(
            new Trace("scatter"), useDefaults: false, new Layout().Set("xaxis", hidden).Set("yaxis", Merge.Copy(hidden)));
    }
}
