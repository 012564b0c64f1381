namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>How the lines of an annotation are aligned.</summary>
    public sealed class AnnotationAlignment : IStyleValue
    {
        private readonly object _value;

        private AnnotationAlignment(object value) => _value = value;

        public static AnnotationAlignment Left { get; } = new("left");
        public static AnnotationAlignment Center { get; } = new("center");
        public static AnnotationAlignment Right { get; } = new("right");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The tip of an arrow.</summary>
    public sealed class ArrowHead : IStyleValue
    {
        private readonly object _value;

        private ArrowHead(object value) => _value = value;

        public static ArrowHead TriangleShort { get; } = new(1);
        public static ArrowHead TriangleTall { get; } = new(2);
        public static ArrowHead Barbed { get; } = new(3);
        public static ArrowHead SimpleShort { get; } = new(4);
        public static ArrowHead SimpleTall { get; } = new(5);
        public static ArrowHead Cirle { get; } = new(6);
        public static ArrowHead Square { get; } = new(7);
        public static ArrowHead LineOnly { get; } = new(8);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which ends of an arrow have a tip.</summary>
    public sealed class ArrowSide : IStyleValue
    {
        private readonly object _value;

        private ArrowSide(object value) => _value = value;

        public static ArrowSide Start { get; } = new("start");
        public static ArrowSide End { get; } = new("end");
        public static ArrowSide StartEnd { get; } = new("startend");
        public static ArrowSide None { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a click on a point shows an annotation.</summary>
    public sealed class ClickToShow : IStyleValue
    {
        private readonly object _value;

        private ClickToShow(object value) => _value = value;

        public static ClickToShow False { get; } = new(false);
        public static ClickToShow OnOff { get; } = new("onoff");
        public static ClickToShow OnOut { get; } = new("onout");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The angle of a text.</summary>
    public sealed class TextAngle : IStyleValue
    {
        private readonly object _value;

        private TextAngle(object value) => _value = value;

        public static TextAngle Auto { get; } = new("auto");

        /// <summary>Degrees, clockwise from the horizontal.</summary>
        public static TextAngle NewDegrees(double item) => new(item);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What the inside of a path is.</summary>
    public sealed class FillRule : IStyleValue
    {
        private readonly object _value;

        private FillRule(object value) => _value = value;

        public static FillRule EvenOdd { get; } = new("evenodd");
        public static FillRule NonZero { get; } = new("nonzero");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a shape's size follows the axes.</summary>
    public sealed class ShapeSizeMode : IStyleValue
    {
        private readonly object _value;

        private ShapeSizeMode(object value) => _value = value;

        public static ShapeSizeMode Scaled { get; } = new("scaled");
        public static ShapeSizeMode Pixel { get; } = new("pixel");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The kind of a shape.</summary>
    public sealed class ShapeType : IStyleValue
    {
        private readonly object _value;

        private ShapeType(object value) => _value = value;

        public static ShapeType Circle { get; } = new("circle");
        public static ShapeType Rectangle { get; } = new("rect");
        public static ShapeType SvgPath { get; } = new("path");
        public static ShapeType Line { get; } = new("line");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Over or under the traces.</summary>
    public sealed class Layer : IStyleValue
    {
        private readonly object _value;

        private Layer(object value) => _value = value;

        public static Layer Below { get; } = new("below");
        public static Layer Above { get; } = new("above");
        public static Layer AboveTraces { get; } = new("above traces");
        public static Layer BelowTraces { get; } = new("below traces");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a picture is fitted into its box.</summary>
    public sealed class LayoutImageSizing : IStyleValue
    {
        private readonly object _value;

        private LayoutImageSizing(object value) => _value = value;

        public static LayoutImageSizing Fill { get; } = new("fill");
        public static LayoutImageSizing Contain { get; } = new("contain");
        public static LayoutImageSizing Stretch { get; } = new("stretch");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
