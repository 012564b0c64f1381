using static TorchSharp.torch;

namespace PaperSharp.Tests.Notebook;

[Collection(SessionTestGroup.Name)]
public sealed class CheckTests : IDisposable
{
    private readonly CapturedConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void That_True_PrintsAndCounts()
    {
        var before = Check.Passed;

        Check.That(true, "rows sum to one");

        Assert.Equal("✓ rows sum to one", _console.Text.TrimEnd());
        Assert.Equal(before + 1, Check.Passed);
    }

    [Fact]
    public void That_False_Throws()
    {
        var error = Assert.Throws<CheckFailedException>(() => Check.That(false, "rows sum to one"));

        Assert.Equal("✗ rows sum to one", error.Message);
        Assert.Empty(_console.Text);
    }

    [Fact]
    public void Close_WithinTolerance_PrintsWhatWasCompared()
    {
        Check.Close(1.0, 1.25, 0.25, "KL");

        Assert.Equal("✓ KL: 1 vs 1.25 (difference 0.25, tolerance 0.25)", _console.Text.TrimEnd());
    }

    [Theory]
    [InlineData(1, 1.5, 0.4)]
    [InlineData(double.NaN, 1, 10)]
    [InlineData(1, double.NaN, 10)]
    [InlineData(double.NaN, 1, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 1, 10)]
    [InlineData(1, 1, double.NaN)]
    public void Close_NotWithinTolerance_Throws(double actual, double expected, double tolerance)
    {
        Assert.Throws<CheckFailedException>(() => Check.Close(actual, expected, tolerance, "KL"));
    }

    [Fact]
    public void Close_SameInfinity_Holds() => Check.Close(double.PositiveInfinity, double.PositiveInfinity, 0, "limit");

    [Fact]
    public void Close_Tensors_ComparesEveryElement()
    {
        using var actual = tensor(new[] { 1.0, 2.0, 3.5 });
        using var expected = tensor(new[] { 1.0, 2.25, 3.5 });

        Check.Close(actual, expected, 0.25, "F");
        Assert.Equal("✓ F: [3] elements (largest difference 0.25, tolerance 0.25)", _console.Text.TrimEnd());
        Assert.Throws<CheckFailedException>(() => Check.Close(actual, expected, 0.2, "F"));
    }

    [Fact]
    public void Close_TensorsOfTwoTypes_AreComparedAsDouble()
    {
        using var actual = tensor(new[] { 0.1f });
        using var expected = tensor(new[] { 0.1 });

        // 0.1f differs from 0.1 by 1.5e-9.
        Check.Close(actual, expected, 2e-9, "rounding");
        Assert.Throws<CheckFailedException>(() => Check.Close(actual, expected, 1e-9, "rounding"));
    }

    [Fact]
    public void Close_TensorsOfOtherShape_ThrowsInsteadOfBroadcasting()
    {
        using var actual = zeros(2, 3);
        using var expected = zeros(3);

        var error = Assert.Throws<CheckFailedException>(() => Check.Close(actual, expected, 1, "F"));

        Assert.Equal("✗ F: shape [2, 3] vs [3]", error.Message);
    }

    [Fact]
    public void Close_TensorWithNaN_Throws()
    {
        using var actual = tensor(new[] { 1.0, double.NaN });
        using var expected = tensor(new[] { 1.0, 1.0 });

        Assert.Throws<CheckFailedException>(() => Check.Close(actual, expected, 100, "F"));
    }

    [Fact]
    public void Close_TensorThatNeedsGradients_LeavesNoGraph()
    {
        using var weight = tensor(new[] { 1.0 }, requires_grad: true);

        Check.Close(weight, weight, 0, "w");
    }

    [Theory]
    [InlineData(40.2, 41.6, 0.8, true, true)]
    [InlineData(41.0, 41.6, 0.8, true, false)]
    [InlineData(0.95, 0.90, 0.04, false, true)]
    [InlineData(0.90, 0.95, 0.0, false, false)]
    [InlineData(double.NaN, 41.6, 0.0, true, false)]
    public void Better_MethodAndBaseline_AreCompared(double method, double baseline, double margin, bool lowerIsBetter, bool holds)
    {
        if (holds)
        {
            Check.Better(method, baseline, margin, "bound (nats)", lowerIsBetter);
            Assert.StartsWith("✓ bound (nats): ", _console.Text);
        }
        else
        {
            Assert.Throws<CheckFailedException>(() => Check.Better(method, baseline, margin, "bound (nats)", lowerIsBetter));
        }
    }
}
