using System.Globalization;
using System.Xml.Linq;

namespace PaperSharp.Tests.Notebook;

[Collection(SessionTestGroup.Name)]
public sealed class LossCurveTests : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly CapturedConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void View_TwoSeries_DrawsALineOfEachFromLeftToRight()
    {
        using var curve = Live.Curve("bound (nats) & more", "training", "test");
        for (var step = 0; step <= 100; step++)
        {
            curve.Add(step, 100 - step, step % 10 == 0 ? 120 - step : double.NaN);
        }

        var svg = XElement.Parse(curve.View().Svg);
        var lines = svg.Elements(s_svg + "polyline").Select(Points).ToArray();

        Assert.Equal([101, 11], lines.Select(line => line.Length));
        Assert.All(lines, line => Assert.Equal(line.OrderBy(point => point.X), line));
        Assert.All(lines, line => Assert.Equal(line.OrderBy(point => point.Y), line)); // falling: y grows downwards
        Assert.All(lines.SelectMany(line => line), point => Assert.True(point is { X: >= 58 and <= 548, Y: >= 42 and <= 214 }));
        Assert.Contains(svg.Elements(s_svg + "text"), text => text.Value == "bound (nats) & more");
        Assert.Equal("bound (nats) & more: training 0 at step 100, test 20 at step 100", curve.View().Text);
    }

    [Fact]
    public void View_ManyValues_StaysSmallAndTrue()
    {
        using var curve = Live.Curve("loss", "training");
        for (var step = 0; step < 100_000; step++)
        {
            curve.Add(step, step);
        }

        var svg = curve.View().Svg;
        Assert.InRange(svg.Length, 500, 8_000);
        var points = Points(XElement.Parse(svg).Element(s_svg + "polyline")!);
        Assert.InRange(points.Length, CurveLine.MostPoints / 2, CurveLine.MostPoints);

        // A straight line stays one when neighbours are averaged: a tenth of a pixel of rounding at each end. The first
        // twentieth may be clipped.
        var (first, last) = (points[20], points[^1]);
        Assert.All(points[20..], point => Assert.Equal(first.Y + (point.X - first.X) / (last.X - first.X) * (last.Y - first.Y), point.Y, 0.3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void View_NoOrOneValue_IsAPicture(int values)
    {
        using var curve = Live.Curve("loss", "training");
        for (var i = 0; i < values; i++)
        {
            curve.Add(i, 0.5);
        }

        XElement.Parse(curve.View().Svg);
    }

    [Fact]
    public void Add_OtherNumberOfValues_NamesTheSeries()
    {
        using var curve = Live.Curve("loss", "training", "test");

        Assert.Contains("training, test", Assert.Throws<ArgumentException>(() => curve.Add(1, 2.0)).Message);
    }

    private static (double X, double Y)[] Points(XElement line) =>
        [.. line.Attribute("points")!.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(pair => (pair[0], pair[1]))];
}
