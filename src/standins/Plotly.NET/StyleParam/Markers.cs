namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>What the angle of a marker is measured from.</summary>
    public sealed class AngleRef : IStyleValue
    {
        private readonly object _value;

        private AngleRef(object value) => _value = value;

        public static AngleRef Previous { get; } = new("previous");
        public static AngleRef Up { get; } = new("up");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Whether a marker's number is its diameter or its area.</summary>
    public sealed class MarkerSizeMode : IStyleValue
    {
        private readonly object _value;

        private MarkerSizeMode(object value) => _value = value;

        public static MarkerSizeMode Diameter { get; } = new("diameter");
        public static MarkerSizeMode Area { get; } = new("area");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The shape of a marker in three dimensions.</summary>
    public sealed class MarkerSymbol3D : IStyleValue
    {
        private readonly object _value;

        private MarkerSymbol3D(object value) => _value = value;

        public static MarkerSymbol3D Circle { get; } = new("circle");
        public static MarkerSymbol3D CircleOpen { get; } = new("circle-open");
        public static MarkerSymbol3D Cross { get; } = new("cross");
        public static MarkerSymbol3D Diamond { get; } = new("diamond");
        public static MarkerSymbol3D DiamondOpen { get; } = new("diamond-open");
        public static MarkerSymbol3D Square { get; } = new("square");
        public static MarkerSymbol3D SquareOpen { get; } = new("square-open");
        public static MarkerSymbol3D X { get; } = new("x");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a line goes from point to point.</summary>
    public sealed class Shape : IStyleValue
    {
        private readonly object _value;

        private Shape(object value) => _value = value;

        public static Shape Linear { get; } = new("linear");
        public static Shape Spline { get; } = new("spline");
        public static Shape Hv { get; } = new("hv");
        public static Shape Vh { get; } = new("vh");
        public static Shape Hvh { get; } = new("hvh");
        public static Shape Vhv { get; } = new("vhv");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How far before its point a line ends, in pixels.</summary>
    public sealed class BackOff : IStyleValue
    {
        private readonly object _value;

        private BackOff(object value) => _value = value;

        public static BackOff Auto { get; } = new("auto");

        public static BackOff NewSingle(double item) => new(item);

        public object Convert() => _value;
    }
}
