using PaperSharp.Plotting;

namespace PaperSharp.Tests.Plotting;

public class PngTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 3, 1)]
    [InlineData(3, 5, 3)]
    [InlineData(64, 40, 3)]
    public void Encode_RandomPixels_DecodeToTheSame(int width, int height, int channels)
    {
        var pixels = new byte[width * height * channels];
        new Random(1).NextBytes(pixels);

        var image = PngReader.Read(Png.Encode(pixels, width, height, channels));

        Assert.Equal((width, height, channels), (image.Width, image.Height, image.Channels));
        Assert.Equal(pixels, image.Pixels);
    }

    [Fact]
    public void Encode_EnlargedPixels_AreSmallerThanTheirBytes()
    {
        var pixels = new byte[256 * 256];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i / 8 % 32 * 37) ^ (i / 256 / 8 * 91));
        }

        var file = Png.Encode(pixels, 256, 256, 1);

        Assert.Equal(pixels, PngReader.Read(file).Pixels);
        Assert.True(file.Length < pixels.Length / 20, $"{file.Length} bytes");
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(1, 1, 4)]
    public void Encode_SizesThatDoNotFit_Throws(int width, int height, int channels) =>
        Assert.Throws<ArgumentException>(() => Png.Encode(new byte[3], width, height, channels));
}
