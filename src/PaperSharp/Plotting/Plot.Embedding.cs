using Plotly.NET;
using Plotly.NET.CSharp;
using static TorchSharp.torch;
using Chart = Plotly.NET.CSharp.Chart;

namespace PaperSharp.Plotting;

public static partial class Plot
{
    /// <summary>Points in the plane or in space, coloured by their label: codes, embeddings, latent variables.</summary>
    /// <param name="points">[n, 2] or [n, 3], any dtype and device.</param>
    /// <param name="labels">A name for each point; points of one name have one colour and one entry in the legend.</param>
    /// <param name="title">The title above the chart.</param>
    /// <param name="texts">What appears under the pointer at each point, such as the word that it stands for.</param>
    /// <param name="showTexts">Whether the texts are written beside the points too.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or there are more labels or texts than points or fewer.</exception>
    public static GenericChart Embedding(
        Tensor points, IReadOnlyList<string>? labels = null, string? title = null, IReadOnlyList<string>? texts = null, bool showTexts = false)
    {
        var shape = points.shape;
        if (shape.Length != 2 || shape[0] == 0 || shape[1] is not (2 or 3))
        {
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] is not points [n, 2] or [n, 3].", nameof(points));
        }

        var n = (int)shape[0];
        if ((labels?.Count ?? n) != n || (texts?.Count ?? n) != n)
        {
            throw new ArgumentException($"{n} points need {n} labels and {n} texts, where there are any.", nameof(labels));
        }

        var at = ImageBatch.Floats(points).Chunk((int)shape[1]).Select(point => point.Select(value => ShownDigits(value)).ToArray()).ToArray();
        var size = n > 2000 ? 3 : n > 300 ? 5 : 7;
        var groups = Enumerable.Range(0, n).GroupBy(i => labels?[i] ?? "").ToArray();
        var charts = groups.Select((group, g) =>
        {
            double[] Column(int axis) => [.. group.Select(i => at[i][axis])];
            var text = texts is null ? default : new Optional<IEnumerable<string>>(group.Select(i => texts[i]).ToArray(), true);
            var position = showTexts ? StyleParam.TextPosition.TopCenter : default(Optional<StyleParam.TextPosition>);
            var name = group.Key.Length > 0 ? group.Key : default(Optional<string>);
            var chart = shape[1] == 2
                ? Chart.Point<double, double, string>(
                    Column(0), Column(1), Name: name, MarkerColor: Colour(g), Opacity: 0.75, MultiText: text, TextPosition: position, UseDefaults: false)
                : Chart.Point3D<double, double, double, string>(
                    Column(0), Column(1), Column(2), Name: name, MarkerColor: Colour(g), Opacity: 0.75, MultiText: text, TextPosition: position, UseDefaults: false);
            return WithMarkers(chart, marker => marker.size = shape[1] == 2 ? size : Math.Max(2, size / 2));
        }).ToArray();
        return Titled(WithLegend(PlotTemplate.Apply(Chart.Combine(charts)), groups.Length > 1).WithSize(Width: 640, Height: 520), title);
    }
}
