using PaperSharp.Plotting;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Plotting;

public class ImageGridTests
{
    private const int Gutter = 4;

    [Fact]
    public void ImageGrid_GreyValues_FillEnlargedPixelsBetweenWhiteGutters()
    {
        using var images = tensor(new float[] { 0f, 1f, 0.2f, 0.6f, 2f, -1f, 0.5f, float.NaN }, 2, 1, 2, 2);

        var image = PngReader.Read(Plot.ImageGrid(images, columns: 2, scale: 3).Png);

        // Each image is 2 × 3 pixels wide; gutters are left, between and right of them.
        Assert.Equal((6 + 6 + (3 * Gutter), 6 + (2 * Gutter), 1), (image.Width, image.Height, image.Channels));
        byte[] expected = [0, 255, 51, 153, 255, 0, 128, 0];
        for (var i = 0; i < expected.Length; i++)
        {
            var left = Gutter + (i / 4 * (6 + Gutter)) + (i % 2 * 3);
            var top = Gutter + (i / 2 % 2 * 3);
            for (var y = 0; y < 3; y++)
            {
                for (var x = 0; x < 3; x++)
                {
                    Assert.Equal(expected[i], image.At(left + x, top + y).R);
                }
            }
        }

        for (var y = 0; y < image.Height; y++)
        {
            Assert.Equal(255, image.At(Gutter - 1, y).R);
            Assert.Equal(255, image.At(Gutter + 6, y).R);
            Assert.Equal(255, image.At(image.Width - 1, y).R);
        }
    }

    [Fact]
    public void ImageGrid_ThreeChannels_AreRedGreenBlue()
    {
        using var images = tensor(new float[] { 1f, 0f, 0.2f }, 1, 3, 1, 1);

        var image = PngReader.Read(Plot.ImageGrid(images, scale: 1).Png);

        Assert.Equal(((byte)255, (byte)0, (byte)51), image.At(Gutter, Gutter));
    }

    [Theory]
    [InlineData(new long[] { 5, 4 }, 1, 1)]
    [InlineData(new long[] { 6, 5, 4 }, 3, 2)]
    [InlineData(new long[] { 7, 1, 5, 4 }, 3, 3)]
    public void ImageGrid_NoColumnsGiven_MakesAGridAboutSquare(long[] shape, int columns, int rows)
    {
        using var images = zeros(shape);

        var picture = Plot.ImageGrid(images, scale: 2);

        Assert.Equal((columns * (8 + Gutter)) + Gutter, picture.Width);
        Assert.Equal((rows * (10 + Gutter)) + Gutter, picture.Height);
    }

    [Fact]
    public void ImageGrid_Window_OutlinesFromTheFirstPixelsEdge()
    {
        // Centre (2, 3) counted from 1 and half-width 1: from 0.5 to 2.5 and from 1.5 to 3.5 pixels.
        using var images = zeros(1, 1, 6, 6);

        var image = PngReader.Read(Plot.ImageGrid(
            images, scale: 10, windows: _ => [new PixelWindow(2, 3, 1, Thickness: 0.1, Colour: "#ff0000")]).Png);

        var red = Enumerable.Range(0, image.Width * image.Height)
            .Select(i => (X: i % image.Width - Gutter, Y: i / image.Width - Gutter))
            .Where(p => image.At(p.X + Gutter, p.Y + Gutter) == (255, 0, 0))
            .ToArray();
        Assert.Equal((5, 15, 24, 34), (red.Min(p => p.X), red.Min(p => p.Y), red.Max(p => p.X), red.Max(p => p.Y)));
        Assert.Equal((4 * 20) - 4, red.Length);
    }

    [Fact]
    public void ImageGrid_WindowBeyondItsImage_StaysOutOfTheNextOne()
    {
        using var images = zeros(2, 1, 4, 4);

        var image = PngReader.Read(Plot.ImageGrid(
            images, columns: 2, scale: 10, windows: i => i == 0 ? [new PixelWindow(2.5, 2.5, 40, Thickness: 39)] : []).Png);

        for (var y = Gutter; y < Gutter + 40; y++)
        {
            for (var x = Gutter + 40 + Gutter; x < Gutter + 80 + Gutter; x++)
            {
                Assert.Equal(((byte)0, (byte)0, (byte)0), image.At(x, y));
            }
        }
    }

    [Fact]
    public void ImageGrid_Captions_AreUnderTheirImages()
    {
        using var images = ones(2, 1, 8, 8);

        var plain = PngReader.Read(Plot.ImageGrid(images, columns: 2, scale: 4).Png);
        var image = PngReader.Read(Plot.ImageGrid(images, columns: 2, scale: 4, captions: ["1", "a caption that is too long"]).Png);

        Assert.True(image.Height > plain.Height);
        var dark = Enumerable.Range(0, image.Width * image.Height).Where(i => image.Pixels[i * image.Channels] < 128).ToArray();
        Assert.All(dark, i => Assert.True(i / image.Width > Gutter + 32));
        Assert.True(dark.Count(i => i % image.Width < Gutter + 32) is > 5 and < 20, "the caption 1 has about ten pixels");
        Assert.True(dark.Max(i => i % image.Width) < image.Width - Gutter);
    }

    [Fact]
    public void ImageGrid_OtherShapes_SaysWhichAreImages()
    {
        using var images = zeros(2, 2, 3, 3);

        var error = Assert.Throws<ArgumentException>(() => Plot.ImageGrid(images));

        Assert.Contains("[2, 2, 3, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[n, 3, h, w]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImageGrid_MoreCaptionsThanImages_Throws()
    {
        using var images = zeros(1, 1, 2, 2);

        Assert.Throws<ArgumentException>(() => Plot.ImageGrid(images, captions: ["a", "b"]));
    }
}
