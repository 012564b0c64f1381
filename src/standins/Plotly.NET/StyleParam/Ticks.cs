namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Whether ticks are at categories or between them.</summary>
    public sealed class CategoryTickAnchor : IStyleValue
    {
        private readonly object _value;

        private CategoryTickAnchor(object value) => _value = value;

        public static CategoryTickAnchor Labels { get; } = new("labels");
        public static CategoryTickAnchor Boundaries { get; } = new("boundaries");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How powers of ten are written.</summary>
    public sealed class ExponentFormat : IStyleValue
    {
        private readonly object _value;

        private ExponentFormat(object value) => _value = value;

        public static ExponentFormat B { get; } = new("B");
        public static ExponentFormat SI { get; } = new("SI");
        public static ExponentFormat Power { get; } = new("power");
        public static ExponentFormat Ecapital { get; } = new("E");
        public static ExponentFormat E { get; } = new("e");
        public static ExponentFormat None { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which ticks show their exponent.</summary>
    public sealed class ShowExponent : IStyleValue
    {
        private readonly object _value;

        private ShowExponent(object value) => _value = value;

        public static ShowExponent All { get; } = new("all");
        public static ShowExponent First { get; } = new("first");
        public static ShowExponent Last { get; } = new("last");
        public static ShowExponent None { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which ticks show their prefix or suffix.</summary>
    public sealed class ShowTickOption : IStyleValue
    {
        private readonly object _value;

        private ShowTickOption(object value) => _value = value;

        public static ShowTickOption All { get; } = new("all");
        public static ShowTickOption First { get; } = new("first");
        public static ShowTickOption Last { get; } = new("last");
        public static ShowTickOption None { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which margins grow for the tick labels.</summary>
    public sealed class TickAutoMargin : IStyleValue
    {
        private readonly object _value;

        private TickAutoMargin(object value) => _value = value;

        public static TickAutoMargin Height { get; } = new("height");
        public static TickAutoMargin Width { get; } = new("width");
        public static TickAutoMargin Left { get; } = new("left");
        public static TickAutoMargin Right { get; } = new("right");
        public static TickAutoMargin Top { get; } = new("top");
        public static TickAutoMargin Bottom { get; } = new("bottom");
        public static TickAutoMargin All { get; } = new("height+width+left+right+top+bottom");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a label names an instant or a period.</summary>
    public sealed class TickLabelMode : IStyleValue
    {
        private readonly object _value;

        private TickLabelMode(object value) => _value = value;

        public static TickLabelMode Instant { get; } = new("instant");
        public static TickLabelMode Period { get; } = new("period");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What happens to labels that are too long.</summary>
    public sealed class TickLabelOverflow : IStyleValue
    {
        private readonly object _value;

        private TickLabelOverflow(object value) => _value = value;

        public static TickLabelOverflow Allow { get; } = new("allow");
        public static TickLabelOverflow HidePastDiv { get; } = new("hide past div");
        public static TickLabelOverflow HidePastDomain { get; } = new("hide past domain");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where labels are relative to the axis.</summary>
    public sealed class TickLabelPosition : IStyleValue
    {
        private readonly object _value;

        private TickLabelPosition(object value) => _value = value;

        public static TickLabelPosition Outside { get; } = new("outside");
        public static TickLabelPosition Inside { get; } = new("inside");
        public static TickLabelPosition OutsideTop { get; } = new("outside top");
        public static TickLabelPosition InsideTop { get; } = new("inside top");
        public static TickLabelPosition OutsideLeft { get; } = new("outside left");
        public static TickLabelPosition InsideLeft { get; } = new("inside left");
        public static TickLabelPosition OutsideRight { get; } = new("outside right");
        public static TickLabelPosition InsideRight { get; } = new("inside right");
        public static TickLabelPosition OutsideBottom { get; } = new("outside bottom");
        public static TickLabelPosition InsideBottom { get; } = new("inside bottom");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How ticks are placed.</summary>
    public sealed class TickMode : IStyleValue
    {
        private readonly object _value;

        private TickMode(object value) => _value = value;

        public static TickMode Auto { get; } = new("auto");
        public static TickMode Linear { get; } = new("linear");
        public static TickMode Array { get; } = new("array");
        public static TickMode Sync { get; } = new("sync");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where ticks are drawn.</summary>
    public sealed class TickOptions : IStyleValue
    {
        private readonly object _value;

        private TickOptions(object value) => _value = value;

        public static TickOptions Outside { get; } = new("outside");
        public static TickOptions Inside { get; } = new("inside");
        public static TickOptions Empty { get; } = new("");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a length is a fraction or in pixels.</summary>
    public sealed class UnitMode : IStyleValue
    {
        private readonly object _value;

        private UnitMode(object value) => _value = value;

        public static UnitMode Fraction { get; } = new("fraction");
        public static UnitMode Pixels { get; } = new("pixels");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
