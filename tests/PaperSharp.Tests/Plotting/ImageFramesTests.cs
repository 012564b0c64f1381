using System.Text.RegularExpressions;
using PaperSharp.Plotting;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Plotting;

public partial class ImageFramesTests
{
    [Fact]
    public void ToHtml_ThreeFrames_HoldsEachAtItsPlaceInOneSheet()
    {
        // Frame t of image i is all (10 t + i) / 255.
        using var frames = tensor(
            [.. Enumerable.Range(0, 3 * 2 * 4 * 5).Select(k => ((10 * (k / 40)) + (k / 20 % 2)) / 255f)], 3, 2, 4, 5);

        var sheet = PngReader.Read(Sheet(Plot.ImageFrames(frames, columns: 2).ToHtml()));

        // Two images of 5 pixels and one white column between them; three frames of 4 rows.
        Assert.Equal((11, 12), (sheet.Width, sheet.Height));
        for (var t = 0; t < 3; t++)
        {
            for (var y = 0; y < 4; y++)
            {
                Assert.Equal(10 * t, sheet.At(0, (4 * t) + y).R);
                Assert.Equal(255, sheet.At(5, (4 * t) + y).R);
                Assert.Equal((10 * t) + 1, sheet.At(10, (4 * t) + y).R);
            }
        }
    }

    [Fact]
    public void ToHtml_Captions_AreLabelsThatCannotEndTheScript()
    {
        using var frames = zeros(2, 1, 3, 3);

        var html = Plot.ImageFrames(frames, captions: ["first", "</script>"]).ToHtml();

        Assert.Contains("\"first\"", html, StringComparison.Ordinal);
        Assert.Single(EndOfScript().Matches(html));
    }

    [Fact]
    public void ToHtml_WithoutScripts_ShowsTheFilmStrip()
    {
        using var frames = zeros(2, 1, 3, 3);

        var shown = Plot.ImageFrames(frames);
        var visible = shown.ToHtml().Split("<script>")[0];

        Assert.Contains($"src=\"{shown.FilmStrip.ToDataUri()}\"", visible, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", visible, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_NeedsNothingFromElsewhere()
    {
        using var frames = zeros(2, 1, 3, 3);

        var html = Plot.ImageFrames(frames).ToHtml();

        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Sources().Matches(html), match => Assert.StartsWith("data:", match.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_Window_HasTheCoordinatesOfThePaper()
    {
        using var frames = zeros(1, 1, 6, 6);

        var html = Plot.ImageFrames(frames, windows: (_, _) => [new PixelWindow(2, 3, 1, Thickness: 0.2)]).ToHtml();

        // From 0.5 to 2.5 and from 1.5 to 3.5, the line of 0.2 inside.
        Assert.Contains("""x=\u00220.6\u0022 y=\u00221.6\u0022 width=\u00221.8\u0022 height=\u00221.8\u0022""", html, StringComparison.Ordinal);
    }

    [Fact]
    public void FilmStrip_ManyFrames_ShowsFirstAndLast()
    {
        using var frames = (arange(64, dtype: float32).view(64, 1, 1, 1) / 255).expand(64, 1, 28, 28);

        var strip = PngReader.Read(Plot.ImageFrames(frames, stripFrames: 4).FilmStrip.Png);

        var values = Enumerable.Range(0, strip.Width).Select(x => (int)strip.At(x, strip.Height - 10).R).Where(value => value != 255).Distinct();
        Assert.Equal([0, 21, 42, 63], values);
    }

    [Fact]
    public void ImageFrames_OtherShapes_SaysWhichItTakes()
    {
        using var frames = zeros(3, 4, 5);

        Assert.Contains("[T, n, h, w]", Assert.Throws<ArgumentException>(() => Plot.ImageFrames(frames)).Message, StringComparison.Ordinal);
    }

    private static byte[] Sheet(string html) =>
        Convert.FromBase64String(Regex.Match(html, "<img alt=\"\" src=\"data:image/png;base64,([^\"]+)\"").Groups[1].Value);

    [GeneratedRegex("</script>")]
    private static partial Regex EndOfScript();

    [GeneratedRegex("src=\"([^\"]*)\"")]
    private static partial Regex Sources();
}
