namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Which values a contour constraint selects.</summary>
    public sealed class ConstraintOperation : IStyleValue
    {
        private readonly object _value;

        private ConstraintOperation(object value) => _value = value;

        public static ConstraintOperation Equal { get; } = new("=");
        public static ConstraintOperation LesserThan { get; } = new("<");
        public static ConstraintOperation LesserThanOrEqual { get; } = new("<=");
        public static ConstraintOperation GreaterThan { get; } = new(">");
        public static ConstraintOperation GreaterThanOrEqual { get; } = new(">=");
        public static ConstraintOperation InsideInclusiveInterval { get; } = new("[]");
        public static ConstraintOperation InsideLeftInclusiveInterval { get; } = new("[)");
        public static ConstraintOperation InsideRightInclusiveInterval { get; } = new("(]");
        public static ConstraintOperation InsideExclusiveInterval { get; } = new("()");
        public static ConstraintOperation OutsideInclusiveInterval { get; } = new("][");
        public static ConstraintOperation OutsideLeftInclusiveInterval { get; } = new(")(");
        public static ConstraintOperation OutsideRightInclusiveInterval { get; } = new("](");
        public static ConstraintOperation OutsideExclusiveInterval { get; } = new("](");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What a contour plot colours.</summary>
    public sealed class ContourColoring : IStyleValue
    {
        private readonly object _value;

        private ContourColoring(object value) => _value = value;

        public static ContourColoring Fill { get; } = new("fill");
        public static ContourColoring Heatmap { get; } = new("heatmap");
        public static ContourColoring Lines { get; } = new("lines");
        public static ContourColoring NoColoring { get; } = new("none");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Levels, or one region.</summary>
    public sealed class ContourType : IStyleValue
    {
        private readonly object _value;

        private ContourType(object value) => _value = value;

        public static ContourType Levels { get; } = new("levels");
        public static ContourType Constraint { get; } = new("constraint");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
