using PaperSharp.Data;

namespace PaperSharp.Tests.Data;

public class StrokeDigitsTests
{
    private const int Pixels = StrokeDigits.Side * StrokeDigits.Side;

    [Fact]
    public void Draw_SameSeed_SameImages()
    {
        var (first, firstLabels) = StrokeDigits.Draw(300, 5);
        var (second, secondLabels) = StrokeDigits.Draw(300, 5);

        Assert.Equal(first, second);
        Assert.Equal(firstLabels, secondLabels);
    }

    [Fact]
    public void Draw_FewerImages_AreTheFirstOfMore()
    {
        Assert.Equal(StrokeDigits.Draw(100, 5).Pixels[..(40 * Pixels)], StrokeDigits.Draw(40, 5).Pixels);
    }

    [Fact]
    public void Draw_OtherSeed_OtherImages()
    {
        Assert.NotEqual(StrokeDigits.Draw(10, 1).Pixels, StrokeDigits.Draw(10, 2).Pixels);
    }

    [Fact]
    public void Draw_ManyImages_EachDigitATenth()
    {
        var counts = StrokeDigits.Draw(5000, 3).Labels.CountBy(label => label).ToDictionary();

        Assert.Equal(10, counts.Count);
        // 500 expected of each, standard deviation 21: five of them.
        Assert.All(counts.Values, count => Assert.InRange(count, 395, 605));
    }

    [Fact]
    public void Draw_ManyImages_FramedAsMnist()
    {
        var (pixels, _) = StrokeDigits.Draw(500, 3);
        foreach (var image in pixels.Chunk(Pixels))
        {
            double mass = 0, x = 0, y = 0;
            for (var i = 0; i < Pixels; i++)
            {
                mass += image[i];
                x += image[i] * (i % StrokeDigits.Side + 0.5);
                y += image[i] * (i / StrokeDigits.Side + 0.5);
            }

            Assert.InRange(mass / Pixels / 255, 0.02, 0.35);
            // The centre moves by at most 3 × 0.4 pixels, and ink where strokes cross counts once: half a pixel and more.
            Assert.InRange(x / mass, 14 - 2.2, 14 + 2.2);
            Assert.InRange(y / mass, 14 - 2.2, 14 + 2.2);
        }
    }

    [Fact]
    public void Draw_NearestMeanImage_TellsDigitsApart()
    {
        var (pixels, labels) = StrokeDigits.Draw(2000, 1);
        var means = new double[10, Pixels];
        for (var i = 0; i < pixels.Length; i++)
        {
            means[labels[i / Pixels], i % Pixels] += pixels[i] / 200.0;
        }

        var (unseen, digits) = StrokeDigits.Draw(500, 2);
        var right = unseen.Chunk(Pixels).Zip(digits).Count(image => Enumerable.Range(0, 10).MinBy(digit => Distance(image.First, digit)) == image.Second);

        // On MNIST the same classifier has about 82% right; chance is 10%.
        Assert.InRange(right, 350, 500);

        double Distance(byte[] image, int digit) => Enumerable.Range(0, Pixels).Sum(i => Math.Pow(image[i] - means[digit, i], 2));
    }
}
