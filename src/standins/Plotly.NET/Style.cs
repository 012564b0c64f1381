using System.Globalization;
using Microsoft.FSharp.Core;
using Plotly.NET.CSharp;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

/// <summary>A named value of plotly.js.</summary>
internal interface IStyleValue
{
    object Convert();
}

/// <summary>What the chart functions have in common: setting the attributes that were given.</summary>
internal static class Style
{
    public static T Set<T>(this T target, string name, object value) where T : DynamicObj.DynamicObj
    {
        target.SetProperty(name, value);
        return target;
    }

    public static T Set<T, TValue>(this T target, string name, Optional<TValue> value) where T : DynamicObj.DynamicObj =>
        value.IsSome ? target.Set(name, (object)value.Value!) : target;

    public static T Set<T, TValue>(this T target, string name, FSharpOption<TValue>? value) where T : DynamicObj.DynamicObj =>
        value is null ? target : target.Set(name, (object)value.Value!);

    public static T SetSingleOrMany<T, TValue>(this T target, string name, Optional<TValue> single, Optional<IEnumerable<TValue>> many)
        where T : DynamicObj.DynamicObj => many.IsSome ? target.Set(name, many) : target.Set(name, single);

    public static T SetSingleOrMany<T, TValue>(
        this T target, string name, FSharpOption<TValue>? single, FSharpOption<IEnumerable<TValue>>? many)
        where T : DynamicObj.DynamicObj => many is null ? target.Set(name, single) : target.Set(name, many);

    public static T SetText<T, TText>(this T target, Optional<TText> text, Optional<IEnumerable<TText>> multiText)
        where T : DynamicObj.DynamicObj => target.SetSingleOrMany("text", text, multiText);

    public static Marker Marker(
        Optional<Marker> marker, Optional<Color> color, Optional<StyleParam.Colorscale> colorscale,
        Optional<Line> outline, Optional<IEnumerable<double>> opacity) =>
        (marker.IsSome ? marker.Value : new Marker())
            .Set("color", color)
            .Set("colorscale", colorscale)
            .Set("line", outline)
            .Set("opacity", opacity);

    public static Line Line(
        Optional<Line> line, Optional<Color> color, Optional<StyleParam.Colorscale> colorscale,
        Optional<double> width, Optional<StyleParam.DrawingStyle> dash) =>
        (line.IsSome ? line.Value : new Line())
            .Set("color", color)
            .Set("width", width)
            .Set("dash", dash)
            .Set("colorscale", colorscale);

    public static Pattern Pattern(
        Optional<Pattern> pattern, Optional<StyleParam.PatternShape> shape, Optional<IEnumerable<StyleParam.PatternShape>> shapes) =>
        (pattern.IsSome ? pattern.Value : new Pattern()).SetSingleOrMany("shape", shape, shapes);

    public static StyleParam.Mode Mode(Optional<bool> markers, bool text) => (markers.Or(false), text) switch
    {
        (false, false) => StyleParam.Mode.Lines,
        (true, false) => StyleParam.Mode.Lines_Markers,
        (false, true) => StyleParam.Mode.Lines_Text,
        (true, true) => StyleParam.Mode.Lines_Markers_Text,
    };

    public static string Text(object value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
