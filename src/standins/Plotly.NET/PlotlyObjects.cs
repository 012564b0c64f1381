namespace Plotly.NET
{
    /// <summary>Data and how it is drawn: one entry of plotly.js's <c>data</c>.</summary>
    public class Trace : DynamicObj.DynamicObj
    {
        public Trace(string traceTypeName) => SetProperty("type", traceTypeName);

        internal string Type => (string)GetPropertyValue("type");
    }

    /// <summary>Everything around the traces: axes, title, legend, size.</summary>
    public class Layout : DynamicObj.DynamicObj;

    /// <summary>How the chart behaves: mode bar, zoom by wheel, resizing.</summary>
    public class Config : DynamicObj.DynamicObj;

    /// <summary>How the chart is put into a page.</summary>
    public class DisplayOptions : DynamicObj.DynamicObj;

    /// <summary>A bar that says which colour is which number.</summary>
    public class ColorBar : DynamicObj.DynamicObj;
}

namespace Plotly.NET.LayoutObjects
{
    /// <summary>A text at a place in the plot.</summary>
    public class Annotation : DynamicObj.DynamicObj;

    /// <summary>The part of the plot that a subplot takes.</summary>
    public class Domain : DynamicObj.DynamicObj;

    /// <summary>The label that appears under the pointer.</summary>
    public class Hoverlabel : DynamicObj.DynamicObj;

    /// <summary>Rows and columns of subplots.</summary>
    public class LayoutGrid : DynamicObj.DynamicObj;

    /// <summary>An axis of numbers, dates or categories.</summary>
    public class LinearAxis : DynamicObj.DynamicObj;

    /// <summary>Space between the parts of a layout.</summary>
    public class Padding : DynamicObj.DynamicObj;

    /// <summary>Buttons that choose a range of a date axis.</summary>
    public class RangeSelector : DynamicObj.DynamicObj;

    /// <summary>A small copy of the plot that chooses the range of the x axis.</summary>
    public class RangeSlider : DynamicObj.DynamicObj;
}

namespace Plotly.NET.TraceObjects
{
    /// <summary>Where the bins of a histogram begin and end, and their width.</summary>
    public class Bins : DynamicObj.DynamicObj;

    /// <summary>Whether a histogram accumulates.</summary>
    public class Cumulative : DynamicObj.DynamicObj;

    /// <summary>Error bars.</summary>
    public class Error : DynamicObj.DynamicObj;

    /// <summary>A colour gradient inside a marker.</summary>
    public class Gradient : DynamicObj.DynamicObj;

    /// <summary>The hatching of bars.</summary>
    public class Pattern : DynamicObj.DynamicObj;
}
