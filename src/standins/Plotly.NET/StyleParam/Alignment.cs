namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>How the lines of a hover label are aligned.</summary>
    public sealed class Align : IStyleValue
    {
        private readonly object _value;

        private Align(object value) => _value = value;

        public static Align Auto { get; } = new("auto");
        public static Align Left { get; } = new("left");
        public static Align Right { get; } = new("right");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Left, centre or right.</summary>
    public sealed class HorizontalAlign : IStyleValue
    {
        private readonly object _value;

        private HorizontalAlign(object value) => _value = value;

        public static HorizontalAlign Left { get; } = new("left");
        public static HorizontalAlign Center { get; } = new("center");
        public static HorizontalAlign Right { get; } = new("right");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a pattern replaces the fill.</summary>
    public sealed class PatternFillMode : IStyleValue
    {
        private readonly object _value;

        private PatternFillMode(object value) => _value = value;

        public static PatternFillMode Replace { get; } = new("replace");
        public static PatternFillMode Overlay { get; } = new("overlay");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a slice of a pie tells.</summary>
    public sealed class TextInfo : IStyleValue
    {
        private readonly object _value;

        private TextInfo(object value) => _value = value;

        public static TextInfo All { get; } = new("all");
        public static TextInfo None { get; } = new("none");
        public static TextInfo Label { get; } = new("label");
        public static TextInfo Text { get; } = new("text");
        public static TextInfo Value { get; } = new("value");
        public static TextInfo Percent { get; } = new("percent");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The order of the slices of a pie.</summary>
    public sealed class Direction : IStyleValue
    {
        private readonly object _value;

        private Direction(object value) => _value = value;

        public static Direction Clockwise { get; } = new("clockwise");
        public static Direction CounterClockwise { get; } = new("counterclockwise");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
