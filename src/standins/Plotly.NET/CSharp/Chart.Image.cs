namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A picture: Z [height][width][channels], or Source, a data URI.</summary>
    public static GenericChart Image<IdType>(
        Optional<IEnumerable<IEnumerable<IEnumerable<int>>>> Z = default, Optional<string> Source = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<IdType>> Ids = default,
        Optional<StyleParam.ColorModel> ColorModel = default, Optional<StyleParam.ColorComponentBound> ZMax = default,
        Optional<StyleParam.ColorComponentBound> ZMin = default, Optional<StyleParam.SmoothAlg> ZSmooth = default,
        Optional<bool> UseDefaults = default)
        where IdType : IConvertible =>
        new Trace("image")
            .Named(Name, ShowLegend, Opacity).Set(Ids).Set(Z).Set(Source).Set(ColorModel).Set(ZMax).Set(ZMin).Set(ZSmooth)
            .ToChart(UseDefaults);
}
