using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>
    /// Charts that are steps of one thing, with a slider between them: training, a temperature, a layer. Each keeps its
    /// title; the axes and the size are the last chart's, which is also what is seen where no script runs.
    /// </summary>
    /// <param name="steps">The charts and what the slider says at each.</param>
    /// <param name="label">What the steps are, written before the current one.</param>
    /// <exception cref="ArgumentException">There is no step.</exception>
    public static GenericChart Slider(IEnumerable<(string Name, GenericChart Chart)> steps, string label = "step")
    {
        var all = steps.ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("There must be at least one step.", nameof(steps));
        }

        var owners = all.SelectMany((step, i) => Enumerable.Repeat(i, step.Chart.GetTraces().Length)).ToArray();
        var figures = all.Select(step => PlotlyFigure.Parse(GenericChart.toFigureJson(step.Chart))).ToArray();
        var charts = all.Select((step, i) => GenericChart.setLayout(
            i == all.Length - 1 ? step.Chart.GetLayout() : new Layout(),
            i == all.Length - 1 ? step.Chart : Plotly.NET.CSharp.GenericChartExtensions.WithTraceInfo(step.Chart, Visible: StyleParam.Visible.False)));
        dynamic slider = new Plotly.NET.LayoutObjects.Slider();
        slider.active = all.Length - 1;
        slider.currentvalue = new Dictionary<string, object> { ["prefix"] = label + " ", ["xanchor"] = "left" };
        slider.pad = new Dictionary<string, object> { ["t"] = 48 };
        slider.steps = all.Select((step, i) =>
        {
            dynamic one = new SliderStep();
            one.label = step.Name;
            one.method = "update";
            one.args = new object[]
            {
                new Dictionary<string, object> { ["visible"] = owners.Select(owner => owner == i).ToArray() },
                new Dictionary<string, object> { ["title.text"] = figures[i].Title ?? "" },
            };
            return (SliderStep)one;
        }).ToArray();
        return With(Chart.Combine(charts.ToArray()), layout =>
        {
            layout.sliders = new[] { (Plotly.NET.LayoutObjects.Slider)slider };
            layout.height = 110 + (int)(PlotlyFigure.Number(PlotlyFigure.Get(figures[^1].Layout, "height")) ?? PlotTemplate.Height);
            layout.margin = new Dictionary<string, object> { ["b"] = 120 };
        });
    }
}
