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
}

namespace Plotly.NET.LayoutObjects
{
    /// <summary>Buttons that choose a range of a date axis.</summary>
    public class RangeSelector : DynamicObj.DynamicObj;

    /// <summary>A small copy of the plot that chooses the range of the x axis.</summary>
    public class RangeSlider : DynamicObj.DynamicObj;
}

namespace Plotly.NET.TraceObjects
{
    /// <summary>A colour gradient inside a marker.</summary>
    public class Gradient : DynamicObj.DynamicObj;
}
