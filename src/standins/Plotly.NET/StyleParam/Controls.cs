namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>The function of plotly.js that a slider step calls.</summary>
    public sealed class Method : IStyleValue
    {
        private readonly object _value;

        private Method(object value) => _value = value;

        public static Method Restyle { get; } = new("restyle");
        public static Method Relayout { get; } = new("relayout");
        public static Method Animate { get; } = new("animate");
        public static Method Update { get; } = new("update");
        public static Method Skip { get; } = new("skip");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The function of plotly.js that a button calls.</summary>
    public sealed class UpdateMethod : IStyleValue
    {
        private readonly object _value;

        private UpdateMethod(object value) => _value = value;

        public static UpdateMethod Restyle { get; } = new("restyle");
        public static UpdateMethod Relayout { get; } = new("relayout");
        public static UpdateMethod Animate { get; } = new("animate");
        public static UpdateMethod Update { get; } = new("update");
        public static UpdateMethod Skip { get; } = new("skip");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Where a menu opens.</summary>
    public sealed class UpdateMenuDirection : IStyleValue
    {
        private readonly object _value;

        private UpdateMenuDirection(object value) => _value = value;

        public static UpdateMenuDirection Left { get; } = new("left");
        public static UpdateMenuDirection Right { get; } = new("right");
        public static UpdateMenuDirection Up { get; } = new("up");
        public static UpdateMenuDirection Down { get; } = new("down");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>A dropdown or buttons.</summary>
    public sealed class UpdateMenuType : IStyleValue
    {
        private readonly object _value;

        private UpdateMenuType(object value) => _value = value;

        public static UpdateMenuType Dropdown { get; } = new("dropdown");
        public static UpdateMenuType Buttons { get; } = new("buttons");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>The course of an animation.</summary>
    public sealed class TransitionEasing : IStyleValue
    {
        private readonly object _value;

        private TransitionEasing(object value) => _value = value;

        public static TransitionEasing Linear { get; } = new("linear");
        public static TransitionEasing Quad { get; } = new("quad");
        public static TransitionEasing Cubic { get; } = new("cubic");
        public static TransitionEasing Sin { get; } = new("sin");
        public static TransitionEasing Exp { get; } = new("exp");
        public static TransitionEasing Circle { get; } = new("circle");
        public static TransitionEasing Elastic { get; } = new("elastic");
        public static TransitionEasing Back { get; } = new("back");
        public static TransitionEasing Bounce { get; } = new("bounce");
        public static TransitionEasing LinearIn { get; } = new("linear-in");
        public static TransitionEasing QuadIn { get; } = new("quad-in");
        public static TransitionEasing CubicIn { get; } = new("cubic-in");
        public static TransitionEasing SinIn { get; } = new("sin-in");
        public static TransitionEasing ExpIn { get; } = new("exp-in");
        public static TransitionEasing CircleIn { get; } = new("circle-in");
        public static TransitionEasing ElasticIn { get; } = new("elastic-in");
        public static TransitionEasing BackIn { get; } = new("back-in");
        public static TransitionEasing BounceIn { get; } = new("bounce-in");
        public static TransitionEasing LinearOut { get; } = new("linear-out");
        public static TransitionEasing QuadOut { get; } = new("quad-out");
        public static TransitionEasing CubicOut { get; } = new("cubic-out");
        public static TransitionEasing SinOut { get; } = new("sin-out");
        public static TransitionEasing ExpOut { get; } = new("exp-out");
        public static TransitionEasing CircleOut { get; } = new("circle-out");
        public static TransitionEasing ElasticOut { get; } = new("elastic-out");
        public static TransitionEasing BackOut { get; } = new("back-out");
        public static TransitionEasing BounceOut { get; } = new("bounce-out");
        public static TransitionEasing LinearInOut { get; } = new("linear-in-out");
        public static TransitionEasing QuadInOut { get; } = new("quad-in-out");
        public static TransitionEasing CubicInOut { get; } = new("cubic-in-out");
        public static TransitionEasing SinInOut { get; } = new("sin-in-out");
        public static TransitionEasing ExpInOut { get; } = new("exp-in-out");
        public static TransitionEasing CircleInOut { get; } = new("circle-in-out");
        public static TransitionEasing ElasticInOut { get; } = new("elastic-in-out");
        public static TransitionEasing BackInOut { get; } = new("back-in-out");
        public static TransitionEasing BounceInOut { get; } = new("bounce-in-out");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What an animation changes first.</summary>
    public sealed class TransitionOrdering : IStyleValue
    {
        private readonly object _value;

        private TransitionOrdering(object value) => _value = value;

        public static TransitionOrdering LayoutFirst { get; } = new("layout first");
        public static TransitionOrdering TracesFirst { get; } = new("traces first");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>Which points a hover label tells about.</summary>
    public sealed class HoverMode : IStyleValue
    {
        private readonly object _value;

        private HoverMode(object value) => _value = value;

        public static HoverMode Closest { get; } = new("closest");
        public static HoverMode X { get; } = new("x");
        public static HoverMode Y { get; } = new("y");
        public static HoverMode False { get; } = new(false);
        public static HoverMode XUnified { get; } = new("x unified");
        public static HoverMode YUnified { get; } = new("y unified");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
