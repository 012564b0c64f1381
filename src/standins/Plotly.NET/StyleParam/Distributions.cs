namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Which points a box or violin shows.</summary>
    public sealed class BoxPoints : IStyleValue
    {
        private readonly object _value;

        private BoxPoints(object value) => _value = value;

        public static BoxPoints Outliers { get; } = new("outliers");
        public static BoxPoints All { get; } = new("all");
        public static BoxPoints SuspectedOutliers { get; } = new("suspectedoutliers");
        public static BoxPoints False { get; } = new(false);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a box shows its mean.</summary>
    public sealed class BoxMean : IStyleValue
    {
        private readonly object _value;

        private BoxMean(object value) => _value = value;

        public static BoxMean True { get; } = new(true);
        public static BoxMean False { get; } = new(false);
        public static BoxMean SD { get; } = new("sd");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How quartiles are computed.</summary>
    public sealed class QuartileMethod : IStyleValue
    {
        private readonly object _value;

        private QuartileMethod(object value) => _value = value;

        public static QuartileMethod Linear { get; } = new("linear");
        public static QuartileMethod Exclusive { get; } = new("exclusive");
        public static QuartileMethod Inclusive { get; } = new("inclusive");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which half of a violin is drawn.</summary>
    public sealed class ViolinSide : IStyleValue
    {
        private readonly object _value;

        private ViolinSide(object value) => _value = value;

        public static ViolinSide Both { get; } = new("both");
        public static ViolinSide Positive { get; } = new("positive");
        public static ViolinSide Negative { get; } = new("negative");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What the widths of violins are in proportion to.</summary>
    public sealed class ScaleMode : IStyleValue
    {
        private readonly object _value;

        private ScaleMode(object value) => _value = value;

        public static ScaleMode Width { get; } = new("width");
        public static ScaleMode Count { get; } = new("count");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How far a violin reaches beyond its data.</summary>
    public sealed class SpanMode : IStyleValue
    {
        private readonly object _value;

        private SpanMode(object value) => _value = value;

        public static SpanMode Soft { get; } = new("soft");
        public static SpanMode Hard { get; } = new("hard");
        public static SpanMode Manual { get; } = new("manual");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The direction in which a histogram accumulates.</summary>
    public sealed class CumulativeDirection : IStyleValue
    {
        private readonly object _value;

        private CumulativeDirection(object value) => _value = value;

        public static CumulativeDirection Increasing { get; } = new("increasing");
        public static CumulativeDirection Decreasing { get; } = new("decreasing");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a cumulative bin counts itself.</summary>
    public sealed class Currentbin : IStyleValue
    {
        private readonly object _value;

        private Currentbin(object value) => _value = value;

        public static Currentbin Include { get; } = new("Include");
        public static Currentbin Exclude { get; } = new("Exclude");
        public static Currentbin Half { get; } = new("Half");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How the length of error bars is given.</summary>
    public sealed class ErrorType : IStyleValue
    {
        private readonly object _value;

        private ErrorType(object value) => _value = value;

        public static ErrorType Percent { get; } = new("percent");
        public static ErrorType Constant { get; } = new("constant");
        public static ErrorType Sqrt { get; } = new("sqrt");
        public static ErrorType Data { get; } = new("data");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
