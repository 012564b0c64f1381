using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A function of two variables as a surface; zData is a sequence of rows.</summary>
    public static GenericChart Surface<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Contours> Contours = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        new Trace("surface")
            .Named(Name, ShowLegend, Opacity).Set(X).Set(Y).Set("z", zData).SetSingleOrMany("text", Text, MultiText)
            .Set(Contours).Set(ColorScale).Set(ShowScale)
            .ToChart(UseDefaults, TraceStyle.Perspective());

    /// <summary>Triangles whose corners are the points I, J and K of (x, y, z), or found by the algorithm.</summary>
    public static GenericChart Mesh3D<XType, YType, ZType, IType, JType, KType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<ZType> z, Optional<IEnumerable<IType>> I = default,
        Optional<IEnumerable<JType>> J = default, Optional<IEnumerable<KType>> K = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> Color = default, Optional<Contour> Contour = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<ColorBar> ColorBar = default,
        Optional<bool> FlatShading = default, Optional<StyleParam.TriangulationAlgorithm> TriangulationAlgorithm = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where ZType : IConvertible where IType : IConvertible where JType : IConvertible
        where KType : IConvertible where TextType : IConvertible =>
        new Trace("mesh3d")
            .Named(Name, ShowLegend, Opacity).Set("x", x).Set("y", y).Set("z", z).Set(I).Set(J).Set(K)
            .SetSingleOrMany("text", Text, MultiText).Set("color", Color).Set(Contour)
            .Scaled(ColorBar, ColorScale, ShowScale, default).Set(FlatShading).Set("alphahull", TriangulationAlgorithm)
            .ToChart(UseDefaults, TraceStyle.Perspective());
}
