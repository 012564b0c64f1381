namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>How numbers map to positions on an axis.</summary>
    public sealed class AxisType : IStyleValue
    {
        private readonly object _value;

        private AxisType(object value) => _value = value;

        public static AxisType Auto { get; } = new("-");
        public static AxisType Linear { get; } = new("linear");
        public static AxisType Log { get; } = new("log");
        public static AxisType Date { get; } = new("date");
        public static AxisType Category { get; } = new("category");
        public static AxisType MultiCategory { get; } = new("multicategory");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether an axis range follows the data.</summary>
    public sealed class AutoRange : IStyleValue
    {
        private readonly object _value;

        private AutoRange(object value) => _value = value;

        public static AutoRange True { get; } = new(true);
        public static AutoRange False { get; } = new(false);
        public static AutoRange Reversed { get; } = new("reversed");
        public static AutoRange MinReversed { get; } = new("min reversed");
        public static AutoRange MaxReversed { get; } = new("max reversed");
        public static AutoRange Min { get; } = new("min");
        public static AutoRange Max { get; } = new("max");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether the axis line is drawn on the opposite side too.</summary>
    public sealed class Mirror : IStyleValue
    {
        private readonly object _value;

        private Mirror(object value) => _value = value;

        public static Mirror True { get; } = new(true);
        public static Mirror False { get; } = new(false);
        public static Mirror Ticks { get; } = new("ticks");
        public static Mirror All { get; } = new("all");
        public static Mirror AllTicks { get; } = new("allticks");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>A side of the plot.</summary>
    public sealed class Side : IStyleValue
    {
        private readonly object _value;

        private Side(object value) => _value = value;

        public static Side Top { get; } = new("top");
        public static Side TopLeft { get; } = new("top left");
        public static Side TopCenter { get; } = new("top center");
        public static Side TopRight { get; } = new("top right");
        public static Side Bottom { get; } = new("bottom");
        public static Side Left { get; } = new("left");
        public static Side Right { get; } = new("right");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The order of the categories on an axis.</summary>
    public sealed class CategoryOrder : IStyleValue
    {
        private readonly object _value;

        private CategoryOrder(object value) => _value = value;

        public static CategoryOrder Trace { get; } = new("trace");
        public static CategoryOrder CategoryAscending { get; } = new("category ascending");
        public static CategoryOrder CategoryDescending { get; } = new("category descending");
        public static CategoryOrder Array { get; } = new("array");
        public static CategoryOrder TotalAscending { get; } = new("total ascending");
        public static CategoryOrder TotalDescending { get; } = new("total descending");
        public static CategoryOrder MinAscending { get; } = new("min ascending");
        public static CategoryOrder MinDescending { get; } = new("min descending");
        public static CategoryOrder MaxAscending { get; } = new("max ascending");
        public static CategoryOrder MaxDescending { get; } = new("max descending");
        public static CategoryOrder SumAscending { get; } = new("sum ascending");
        public static CategoryOrder SumDescending { get; } = new("sum descending");
        public static CategoryOrder MeanAscending { get; } = new("mean ascending");
        public static CategoryOrder MeanDescending { get; } = new("mean descending");
        public static CategoryOrder MedianAscending { get; } = new("median ascending");
        public static CategoryOrder MedianDescending { get; } = new("median descending");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>An axis that a trace is drawn on: x, y, x2, y2 and so on.</summary>
    public sealed class LinearAxisId : IStyleValue
    {
        private readonly object _value;

        private LinearAxisId(object value) => _value = value;

        public static LinearAxisId Free { get; } = new("free");

        public static LinearAxisId NewX(int item) => new(item < 2 ? "x" : $"x{item}");

        public static LinearAxisId NewY(int item) => new(item < 2 ? "y" : $"y{item}");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The name of an axis or subplot in the layout: xaxis, yaxis2 and so on.</summary>
    public sealed class SubPlotId : IStyleValue
    {
        private readonly object _value;

        private SubPlotId(object value) => _value = value;

        public static SubPlotId ZAxis { get; } = new("zaxis");

        public static SubPlotId NewXAxis(int item) => new(item < 2 ? "xaxis" : $"xaxis{item}");

        public static SubPlotId NewYAxis(int item) => new(item < 2 ? "yaxis" : $"yaxis{item}");

        public static SubPlotId NewColorAxis(int item) => new(item < 2 ? "coloraxis" : $"coloraxis{item}");

        public static SubPlotId NewScene(int item) => new(item < 2 ? "scene" : $"scene{item}");

        public static SubPlotId NewLegend(int item) => new(item < 2 ? "legend" : $"legend{item}");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
