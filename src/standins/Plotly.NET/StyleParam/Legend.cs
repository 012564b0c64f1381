namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>The unit of a legend entry's width.</summary>
    public sealed class EntryWidthMode : IStyleValue
    {
        private readonly object _value;

        private EntryWidthMode(object value) => _value = value;

        public static EntryWidthMode Fraction { get; } = new("fraction");
        public static EntryWidthMode Pixels { get; } = new("pixels");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a click on a legend group does.</summary>
    public sealed class TraceGroupClickOptions : IStyleValue
    {
        private readonly object _value;

        private TraceGroupClickOptions(object value) => _value = value;

        public static TraceGroupClickOptions ToggleItem { get; } = new("toggleitem");
        public static TraceGroupClickOptions ToggleGroup { get; } = new("togglegroup");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a click on a legend entry does.</summary>
    public sealed class TraceItemClickOptions : IStyleValue
    {
        private readonly object _value;

        private TraceItemClickOptions(object value) => _value = value;

        public static TraceItemClickOptions Toggle { get; } = new("toggle");
        public static TraceItemClickOptions ToggleOthers { get; } = new("toggleothers");
        public static TraceItemClickOptions False { get; } = new(false);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The size of a legend symbol.</summary>
    public sealed class TraceItemSizing : IStyleValue
    {
        private readonly object _value;

        private TraceItemSizing(object value) => _value = value;

        public static TraceItemSizing Trace { get; } = new("trace");
        public static TraceItemSizing Constant { get; } = new("constant");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The order of the legend entries.</summary>
    public sealed class TraceOrder : IStyleValue
    {
        private readonly object _value;

        private TraceOrder(object value) => _value = value;

        public static TraceOrder Normal { get; } = new("normal");
        public static TraceOrder Reversed { get; } = new("reversed");
        public static TraceOrder Grouped { get; } = new("grouped");
        public static TraceOrder ReversedGrouped { get; } = new("grouped+reversed");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where a text is in the height that it has.</summary>
    public sealed class VerticalAlign : IStyleValue
    {
        private readonly object _value;

        private VerticalAlign(object value) => _value = value;

        public static VerticalAlign Top { get; } = new("top");
        public static VerticalAlign Middle { get; } = new("middle");
        public static VerticalAlign Bottom { get; } = new("bottom");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which part of a box its x position means.</summary>
    public sealed class XAnchorPosition : IStyleValue
    {
        private readonly object _value;

        private XAnchorPosition(object value) => _value = value;

        public static XAnchorPosition Auto { get; } = new("auto");
        public static XAnchorPosition Left { get; } = new("left");
        public static XAnchorPosition Center { get; } = new("center");
        public static XAnchorPosition Right { get; } = new("right");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which part of a box its y position means.</summary>
    public sealed class YAnchorPosition : IStyleValue
    {
        private readonly object _value;

        private YAnchorPosition(object value) => _value = value;

        public static YAnchorPosition Auto { get; } = new("auto");
        public static YAnchorPosition Top { get; } = new("top");
        public static YAnchorPosition Middle { get; } = new("middle");
        public static YAnchorPosition Bottom { get; } = new("bottom");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
