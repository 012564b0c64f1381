using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>A notebook's claims about itself: each check prints what it compared and throws when it fails.</summary>
public static class Check
{
    /// <summary>How many checks have held since the notebook began.</summary>
    public static int Passed { get; private set; }

    /// <summary>Checks that a statement is true.</summary>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static void That(bool holds, string what) => Settle(holds, what);

    /// <summary>Checks that two numbers differ by at most <paramref name="tolerance"/>.</summary>
    /// <exception cref="CheckFailedException">They differ by more, or one is not a number.</exception>
    public static void Close(double actual, double expected, double tolerance, string what)
    {
        var difference = actual.Equals(expected) ? 0 : Math.Abs(actual - expected);
        Settle(
            difference <= tolerance,
            $"{what}: {Number(actual)} vs {Number(expected)} (difference {Small(difference)}, tolerance {Small(tolerance)})");
    }

    /// <summary>Checks that two tensors have the same shape and differ by at most <paramref name="tolerance"/> in every element.</summary>
    /// <exception cref="CheckFailedException">They have other shapes, differ by more, or hold something that is not a number.</exception>
    public static void Close(Tensor actual, Tensor expected, double tolerance, string what)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(expected);
        if (!actual.shape.SequenceEqual(expected.shape))
        {
            Settle(false, $"{what}: shape {Shape(actual)} vs {Shape(expected)}");
            return;
        }

        var difference = LargestDifference(actual, expected);
        Settle(
            difference <= tolerance,
            $"{what}: {Shape(actual)} elements (largest difference {Small(difference)}, tolerance {Small(tolerance)})");
    }

    /// <summary>Checks that a method beats its baseline by at least <paramref name="margin"/>.</summary>
    /// <param name="method">The method's figure.</param>
    /// <param name="baseline">The baseline's figure.</param>
    /// <param name="margin">How much better the method has to be, in the same unit; 0 or more.</param>
    /// <param name="what">What the figures are, with their unit.</param>
    /// <param name="lowerIsBetter">False for figures such as accuracy.</param>
    /// <exception cref="CheckFailedException">It does not.</exception>
    public static void Better(double method, double baseline, double margin, string what, bool lowerIsBetter = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        var gain = lowerIsBetter ? baseline - method : method - baseline;
        Settle(
            gain >= margin,
            $"{what}: {Number(method)} vs baseline {Number(baseline)} ({(lowerIsBetter ? "lower" : "higher")} is better; "
            + $"better by {Number(gain)}, at least {Number(margin)} wanted)");
    }

    /// <summary>Checks one of the paper's claims, and records what became of it beside the notebook's figures.</summary>
    /// <param name="holds">Whether the criterion is met.</param>
    /// <param name="claim">The claim, such as "eight glimpses beat one at equal updates".</param>
    /// <param name="ours">What was measured, with its unit, such as "68.1 against 70.3 nats".</param>
    /// <param name="criterion">When the claim counts as shown, such as "at least 0.8 nats better".</param>
    /// <exception cref="CheckFailedException">It is not met; that is recorded, too.</exception>
    public static void Claim(bool holds, string claim, string ours, string criterion)
    {
        Results.Claim(claim, ours, criterion, holds);
        Settle(holds, $"{claim}: {ours} (criterion: {criterion})");
    }

    internal static void Clear() => Passed = 0;

    private static void Settle(bool holds, string what)
    {
        if (!holds)
        {
            throw new CheckFailedException($"✗ {what}");
        }

        Passed++;
        Console.WriteLine($"✓ {what}");
    }

    private static double LargestDifference(Tensor actual, Tensor expected)
    {
        if (actual.numel() == 0)
        {
            return 0;
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var difference = actual.to(float64, CPU) - expected.to(float64, CPU);
        return difference.abs().max().item<double>();
    }

    private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    private static string Number(double value) => Numeral.Text(value, 6);

    private static string Small(double value) => Numeral.Text(value, 3);
}
