using System.Globalization;
using System.Text.Json;

namespace PaperSharp.Plotting;

/// <summary>Reads a Plotly figure (data and layout as JSON), whichever library wrote it.</summary>
internal sealed class PlotlyFigure(JsonElement root)
{
    public static PlotlyFigure Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    public IEnumerable<FigureTrace> Traces { get; } = [.. Items(Get(root, "data")).Select(trace => new FigureTrace(trace))];

    public JsonElement? Layout { get; } = Get(root, "layout");

    public string? Title => Text(Get(Layout, "title", "text") ?? Get(Layout, "title"));

    public static JsonElement? Get(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var child))
            {
                return null;
            }

            element = child;
        }

        return element;
    }

    public static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public static bool? Flag(JsonElement? element) =>
        element?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static JsonElement[] Items(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];
}

/// <summary>One trace of a figure.</summary>
internal sealed class FigureTrace(JsonElement trace)
{
    public string Type => PlotlyFigure.Text(this["type"]) ?? "scatter";

    public string? Name => PlotlyFigure.Text(this["name"]);

    public string XAxis => PlotlyFigure.Text(this["xaxis"]) ?? "x";

    public string YAxis => PlotlyFigure.Text(this["yaxis"]) ?? "y";

    public bool IsHorizontal => PlotlyFigure.Text(this["orientation"]) == "h";

    public JsonElement? this[params ReadOnlySpan<string> path] => PlotlyFigure.Get(trace, path);

    /// <summary>The values of x or y: numbers, or texts that name categories.</summary>
    public object[] Values(string name) => [.. PlotlyFigure.Items(this[name]).Select(Value)];

    /// <summary>The rows of a heat map; a missing number is NaN.</summary>
    public double[][] Matrix() =>
        [.. PlotlyFigure.Items(this["z"]).Select(row => PlotlyFigure.Items(row).Select(cell => PlotlyFigure.Number(cell) ?? double.NaN).ToArray())];

    private static object Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean().ToString(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}
