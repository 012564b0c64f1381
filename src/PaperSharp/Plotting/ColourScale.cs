using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperSharp.Plotting;

/// <summary>From numbers in [0, 1] to colours, by the scales of plotly.js.</summary>
internal sealed partial class ColourScale
{
    private static readonly Dictionary<string, (double At, string Colour)[]> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Viridis"] = Even("#440154 #48186a #472d7b #424086 #3b528b #33638d #2c728e #26828e #21918c #1fa088 #28ae80 #3fbc73 #5ec962 #84d44b #addc30 #d8e219 #fde725"),
        ["Cividis"] = Even("#00204c #002a66 #15386d #31446b #434f6b #535a6c #62656f #707173 #7e7d78 #8e8a79 #9e9677 #afa473 #c1b16d #d3c064 #e6cf59 #ffe945"),
        ["Greys"] = Even("#000000 #ffffff"),
        ["Hot"] = [(0, "#000000"), (0.3, "#e60000"), (0.6, "#ffd200"), (1, "#ffffff")],
        ["RdBu"] = [(0, "#050aac"), (0.35, "#6a89f7"), (0.5, "#bebebe"), (0.6, "#dcaa84"), (0.7, "#e6915a"), (1, "#b20a1c")],
    };

    private readonly (double At, Rgb Colour)[] _stops;

    private ColourScale(IEnumerable<(double At, string Colour)> stops) =>
        _stops = [.. stops.Select(stop => (stop.At, Parse(stop.Colour)))];

    /// <summary>The scale of a trace: a name or stops. A name that is not known here is drawn as Viridis.</summary>
    public static ColourScale From(JsonElement? scale)
    {
        var stops = PlotlyFigure.Items(scale)
            .Select(stop => PlotlyFigure.Items(stop))
            .Where(stop => stop.Length == 2)
            .Select(stop => (PlotlyFigure.Number(stop[0]) ?? 0, PlotlyFigure.Text(stop[1]) ?? "#000000"))
            .ToArray();
        return stops.Length > 1
            ? new ColourScale(stops)
            : new ColourScale(Named.GetValueOrDefault(PlotlyFigure.Text(scale) ?? "Viridis", Named["Viridis"]));
    }

    public Rgb At(double share)
    {
        share = Math.Clamp(share, 0, 1);
        var next = Array.FindIndex(_stops, stop => stop.At >= share);
        if (next <= 0)
        {
            return next == 0 ? _stops[0].Colour : _stops[^1].Colour;
        }

        var (before, after) = (_stops[next - 1], _stops[next]);
        return Rgb.Mix(before.Colour, after.Colour, (share - before.At) / Math.Max(after.At - before.At, 1e-9));
    }

    private static (double, string)[] Even(string colours)
    {
        var all = colours.Split(' ');
        return [.. all.Select((colour, i) => (i / (all.Length - 1.0), colour))];
    }

    private static Rgb Parse(string colour)
    {
        var channels = Channels().Match(colour);
        return channels.Success
            ? new Rgb(Channel(channels.Groups[1]), Channel(channels.Groups[2]), Channel(channels.Groups[3]))
            : Rgb.Parse(colour);
    }

    private static byte Channel(Group group) => byte.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")]
    private static partial Regex Channels();
}
