namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Whether each subplot has its own axes.</summary>
    public sealed class LayoutGridPattern : IStyleValue
    {
        private readonly object _value;

        private LayoutGridPattern(object value) => _value = value;

        public static LayoutGridPattern Independent { get; } = new("independent");
        public static LayoutGridPattern Coupled { get; } = new("coupled");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where the first row of a grid is.</summary>
    public sealed class LayoutGridRowOrder : IStyleValue
    {
        private readonly object _value;

        private LayoutGridRowOrder(object value) => _value = value;

        public static LayoutGridRowOrder TopToBottom { get; } = new("top to bottom");
        public static LayoutGridRowOrder BottomToTop { get; } = new("bottom to top");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where x axis labels go in a grid.</summary>
    public sealed class LayoutGridXSide : IStyleValue
    {
        private readonly object _value;

        private LayoutGridXSide(object value) => _value = value;

        public static LayoutGridXSide Bottom { get; } = new("bottom");
        public static LayoutGridXSide BottomPlot { get; } = new("bottom plot");
        public static LayoutGridXSide Top { get; } = new("top");
        public static LayoutGridXSide TopPlot { get; } = new("top plot");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where y axis labels go in a grid.</summary>
    public sealed class LayoutGridYSide : IStyleValue
    {
        private readonly object _value;

        private LayoutGridYSide(object value) => _value = value;

        public static LayoutGridYSide Left { get; } = new("left");
        public static LayoutGridYSide LeftPlot { get; } = new("left plot");
        public static LayoutGridYSide Right { get; } = new("right");
        public static LayoutGridYSide RightPlot { get; } = new("right plot");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
