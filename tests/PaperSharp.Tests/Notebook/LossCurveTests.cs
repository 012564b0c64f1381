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
        Assert.Matches("^bound \\(nats\\) & more: training █.{22}▁ 0 at step 100, test █.{9}▁ 20 at step 100$", curve.View().Text);
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
    public void View_LogarithmicAxis_MakesExponentialDecayAStraightLine()
    {
        using var curve = Live.Curve("loss", ["training"], logY: true);
        for (var step = 0; step <= 100; step++)
        {
            curve.Add(step, step == 50 ? 0 : Math.Exp(-step / 10.0));
        }

        var svg = XElement.Parse(curve.View().Svg);
        var points = Points(svg.Element(s_svg + "polyline")!)[6..];

        Assert.Equal(94, points.Length); // the zero is left out
        var (first, last) = (points[0], points[^1]);
        Assert.All(points, point => Assert.Equal(first.Y + (point.X - first.X) / (last.X - first.X) * (last.Y - first.Y), point.Y, 0.2));
        Assert.Contains(svg.Elements(s_svg + "text"), text => text.Value == "0.001");
    }

    [Fact]
    public void View_Smoothing_DrawsTheMovingAverageOverTheValues()
    {
        using var curve = Live.Curve("loss", ["training"], logY: false, smoothing: 0.9);
        for (var step = 0; step < 100; step++)
        {
            curve.Add(step, 5 + (step % 2 == 0 ? 1 : -1));
        }

        var lines = XElement.Parse(curve.View().Svg).Elements(s_svg + "polyline").Select(Points).ToArray();

        Assert.Equal([100, 100], lines.Select(line => line.Length));
        var (values, smooth) = (lines[0][50..], lines[1][50..]);
        Assert.True(values.Max(p => p.Y) - values.Min(p => p.Y) > 10 * (smooth.Max(p => p.Y) - smooth.Min(p => p.Y)));
        Assert.Equal(lines[0][0].Y, lines[1][0].Y, 0.11); // the first average is the first value
    }

    [Fact]
    public void Curve_SmoothingOfOne_IsRefused() =>
        Assert.Contains("less than 1", Assert.Throws<ArgumentException>(() => Live.Curve("loss", ["training"], logY: false, smoothing: 1)).Message);

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
