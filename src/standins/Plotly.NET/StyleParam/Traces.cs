namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>What a scatter trace draws.</summary>
    public sealed class Mode : IStyleValue
    {
        private readonly object _value;

        private Mode(object value) => _value = value;

        public static Mode None { get; } = new("none");
        public static Mode Lines { get; } = new("lines");
        public static Mode Lines_Markers { get; } = new("lines+markers");
        public static Mode Lines_Text { get; } = new("lines+text");
        public static Mode Lines_Markers_Text { get; } = new("lines+markers+text");
        public static Mode Markers { get; } = new("markers");
        public static Mode Markers_Text { get; } = new("markers+text");
        public static Mode Text { get; } = new("text");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The direction of bars, of a legend, of stacking.</summary>
    public sealed class Orientation : IStyleValue
    {
        private readonly object _value;

        private Orientation(object value) => _value = value;

        public static Orientation Horizontal { get; } = new("h");
        public static Orientation Vertical { get; } = new("v");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a trace is drawn.</summary>
    public sealed class Visible : IStyleValue
    {
        private readonly object _value;

        private Visible(object value) => _value = value;

        public static Visible True { get; } = new(true);
        public static Visible False { get; } = new(false);
        public static Visible LegendOnly { get; } = new("legendonly");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The area that a scatter trace fills.</summary>
    public sealed class Fill : IStyleValue
    {
        private readonly object _value;

        private Fill(object value) => _value = value;

        public static Fill None { get; } = new("none");
        public static Fill ToZero_y { get; } = new("tozeroy");
        public static Fill ToZero_x { get; } = new("tozerox");
        public static Fill ToNext_y { get; } = new("tonexty");
        public static Fill ToNext_x { get; } = new("tonextx");
        public static Fill ToSelf { get; } = new("toself");
        public static Fill ToNext { get; } = new("tonext");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a stack is normalized.</summary>
    public sealed class GroupNorm : IStyleValue
    {
        private readonly object _value;

        private GroupNorm(object value) => _value = value;

        public static GroupNorm None { get; } = new("");
        public static GroupNorm Fraction { get; } = new("fraction");
        public static GroupNorm Percent { get; } = new("percent");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where a text is, relative to its point.</summary>
    public sealed class TextPosition : IStyleValue
    {
        private readonly object _value;

        private TextPosition(object value) => _value = value;

        public static TextPosition TopLeft { get; } = new("top left");
        public static TextPosition TopCenter { get; } = new("top center");
        public static TextPosition TopRight { get; } = new("top right");
        public static TextPosition MiddleLeft { get; } = new("middle left");
        public static TextPosition MiddleCenter { get; } = new("middle center");
        public static TextPosition MiddleRight { get; } = new("middle right");
        public static TextPosition BottomLeft { get; } = new("bottom left");
        public static TextPosition BottomCenter { get; } = new("bottom center");
        public static TextPosition BottomRight { get; } = new("bottom right");
        public static TextPosition Auto { get; } = new("auto");
        public static TextPosition Inside { get; } = new("inside");
        public static TextPosition Outside { get; } = new("outside");
        public static TextPosition None { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a histogram computes in each bin.</summary>
    public sealed class HistFunc : IStyleValue
    {
        private readonly object _value;

        private HistFunc(object value) => _value = value;

        public static HistFunc Count { get; } = new("count");
        public static HistFunc Sum { get; } = new("sum");
        public static HistFunc Avg { get; } = new("avg");
        public static HistFunc Min { get; } = new("min");
        public static HistFunc Max { get; } = new("max");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a histogram is normalized.</summary>
    public sealed class HistNorm : IStyleValue
    {
        private readonly object _value;

        private HistNorm(object value) => _value = value;

        public static HistNorm None { get; } = new("");
        public static HistNorm Percent { get; } = new("percent");
        public static HistNorm Probability { get; } = new("probability");
        public static HistNorm Density { get; } = new("density");
        public static HistNorm ProbabilityDensity { get; } = new("probability density");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a heat map is interpolated between cells.</summary>
    public sealed class SmoothAlg : IStyleValue
    {
        private readonly object _value;

        private SmoothAlg(object value) => _value = value;

        public static SmoothAlg False { get; } = new(false);
        public static SmoothAlg Best { get; } = new("best");
        public static SmoothAlg Fast { get; } = new("fast");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What the channels of an image trace are.</summary>
    public sealed class ColorModel : IStyleValue
    {
        private readonly object _value;

        private ColorModel(object value) => _value = value;

        public static ColorModel RGB { get; } = new("rgb");
        public static ColorModel RGBA { get; } = new("rgba");
        public static ColorModel RGBA256 { get; } = new("rgba256");
        public static ColorModel HSL { get; } = new("hsl");
        public static ColorModel HSLA { get; } = new("hsla");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The smallest or largest value of each channel of an image trace.</summary>
    public sealed class ColorComponentBound : IStyleValue
    {
        private readonly int[] _value;

        private ColorComponentBound(params int[] value) => _value = value;

        public static ColorComponentBound NewRGB(int r, int g, int b) => new(r, g, b);

        public static ColorComponentBound NewRGBA(int r, int g, int b, int a) => new(r, g, b, a);

        public object Convert() => _value;
    }
}
