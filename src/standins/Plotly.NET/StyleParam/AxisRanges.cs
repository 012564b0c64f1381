namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>What the numbers of a range break are.</summary>
    public sealed class RangebreakPattern : IStyleValue
    {
        private readonly object _value;

        private RangebreakPattern(object value) => _value = value;

        public static RangebreakPattern DayOfWeek { get; } = new("day of week");
        public static RangebreakPattern Hour { get; } = new("hour");
        public static RangebreakPattern NoPattern { get; } = new("");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether texts that look like numbers are numbers.</summary>
    public sealed class AutoTypeNumbers : IStyleValue
    {
        private readonly object _value;

        private AutoTypeNumbers(object value) => _value = value;

        public static AutoTypeNumbers ConvertTypes { get; } = new("convert types");
        public static AutoTypeNumbers Strict { get; } = new("strict");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What gives way when an axis must keep its scale.</summary>
    public sealed class AxisConstraint : IStyleValue
    {
        private readonly object _value;

        private AxisConstraint(object value) => _value = value;

        public static AxisConstraint Range { get; } = new("range");
        public static AxisConstraint Domain { get; } = new("domain");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where an axis stays when it gives way.</summary>
    public sealed class AxisConstraintDirection : IStyleValue
    {
        private readonly object _value;

        private AxisConstraintDirection(object value) => _value = value;

        public static AxisConstraintDirection Left { get; } = new("left");
        public static AxisConstraintDirection Center { get; } = new("center");
        public static AxisConstraintDirection Right { get; } = new("right");
        public static AxisConstraintDirection Top { get; } = new("top");
        public static AxisConstraintDirection Middle { get; } = new("middle");
        public static AxisConstraintDirection Bottom { get; } = new("bottom");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The calendar of a date axis.</summary>
    public sealed class Calendar : IStyleValue
    {
        private readonly object _value;

        private Calendar(object value) => _value = value;

        public static Calendar Gregorian { get; } = new("gregorian");
        public static Calendar Chinese { get; } = new("chinese");
        public static Calendar Coptic { get; } = new("coptic");
        public static Calendar Discworld { get; } = new("discworld");
        public static Calendar Ethiopian { get; } = new("ethiopian");
        public static Calendar Hebrew { get; } = new("hebrew");
        public static Calendar Islamic { get; } = new("islamic");
        public static Calendar Julian { get; } = new("julian");
        public static Calendar Mayan { get; } = new("mayan");
        public static Calendar Nanakshahi { get; } = new("nanakshahi");
        public static Calendar Nepali { get; } = new("nepali");
        public static Calendar Persian { get; } = new("persian");
        public static Calendar Jalali { get; } = new("jalali");
        public static Calendar Taiwan { get; } = new("taiwan");
        public static Calendar Thai { get; } = new("thai");
        public static Calendar Ummalqura { get; } = new("ummalqura");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The ends of an axis, or one value per dimension.</summary>
    public sealed class Range : IStyleValue
    {
        private readonly object _value;

        private Range(object value) => _value = value;

        public static Range NewMinMax(IConvertible item1, IConvertible item2) => new(new[] { item1, item2 });

        public static Range NewValues(IConvertible[] item) => new(item);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether an automatic range contains zero.</summary>
    public sealed class RangeMode : IStyleValue
    {
        private readonly object _value;

        private RangeMode(object value) => _value = value;

        public static RangeMode Normal { get; } = new("normal");
        public static RangeMode ToZero { get; } = new("tozero");
        public static RangeMode NonNegative { get; } = new("nonnegative");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The axis whose scale this one keeps.</summary>
    public sealed class ScaleAnchor : IStyleValue
    {
        private readonly object _value;

        private ScaleAnchor(object value) => _value = value;

        public static ScaleAnchor False { get; } = new(false);

        public static ScaleAnchor NewX(int item) => new(LinearAxisId.NewX(item));

        public static ScaleAnchor NewY(int item) => new(LinearAxisId.NewY(item));

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where a spike line reaches.</summary>
    public sealed class SpikeMode : IStyleValue
    {
        private readonly object _value;

        private SpikeMode(object value) => _value = value;

        public static SpikeMode Axis { get; } = new("toaxis");
        public static SpikeMode Across { get; } = new("across");
        public static SpikeMode AxisAcross { get; } = new("toaxis+across");
        public static SpikeMode Marker { get; } = new("marker");
        public static SpikeMode AxisMarker { get; } = new("toaxis+marker");
        public static SpikeMode AxisAcrossMarker { get; } = new("toaxis+across+marker");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a spike line snaps to.</summary>
    public sealed class SpikeSnap : IStyleValue
    {
        private readonly object _value;

        private SpikeSnap(object value) => _value = value;

        public static SpikeSnap Data { get; } = new("data");
        public static SpikeSnap Cursor { get; } = new("cursor");
        public static SpikeSnap HoveredData { get; } = new("hovered data");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
