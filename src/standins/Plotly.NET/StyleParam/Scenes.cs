namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>How the lengths of a scene's axes are chosen.</summary>
    public sealed class AspectMode : IStyleValue
    {
        private readonly object _value;

        private AspectMode(object value) => _value = value;

        public static AspectMode Auto { get; } = new("auto");
        public static AspectMode Cube { get; } = new("cube");
        public static AspectMode Data { get; } = new("data");
        public static AspectMode Manual { get; } = new("manual");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a scene is projected.</summary>
    public sealed class CameraProjectionType : IStyleValue
    {
        private readonly object _value;

        private CameraProjectionType(object value) => _value = value;

        public static CameraProjectionType Perspective { get; } = new("perspective");
        public static CameraProjectionType Orthographic { get; } = new("orthographic");

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>What dragging does.</summary>
    public sealed class DragMode : IStyleValue
    {
        private readonly object _value;

        private DragMode(object value) => _value = value;

        public static DragMode Zoom { get; } = new("zoom");
        public static DragMode Pan { get; } = new("pan");
        public static DragMode Select { get; } = new("select");
        public static DragMode Lasso { get; } = new("lasso");
        public static DragMode DrawClosedPath { get; } = new("drawclosedpath");
        public static DragMode DrawOpenPath { get; } = new("drawopenpath");
        public static DragMode DrawLine { get; } = new("drawline");
        public static DragMode DrawRect { get; } = new("drawrect");
        public static DragMode DrawCircle { get; } = new("drawcircle");
        public static DragMode Orbit { get; } = new("orbit");
        public static DragMode TurnTable { get; } = new("turntable");
        public static DragMode False { get; } = new(false);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }

    /// <summary>How a mesh is made from points alone.</summary>
    public sealed class TriangulationAlgorithm : IStyleValue
    {
        private readonly object _value;

        private TriangulationAlgorithm(object value) => _value = value;

        public static TriangulationAlgorithm Delaunay { get; } = new(-1);
        public static TriangulationAlgorithm ConvexHull { get; } = new(0);
        public static TriangulationAlgorithm AlphaShape { get; } = new(1);

        public object Convert() => _value;

        public override string ToString() => Style.Text(_value);
    }
}
