namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>What the kernel puts into loops must not change what a cell means or where its errors are.</summary>
public sealed class CheckpointsTests : KernelTest
{
    [Theory]
    [InlineData("int s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 2; j++) s += i * j; s", 3)]
    [InlineData("int s = 0; while (s < 5) s++; s", 5)]
    [InlineData("int s = 0; do s += 2; while (s < 5); s", 6)]
    [InlineData("int s = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) { s += a * b; } s", 14)]
    [InlineData("int s = 0; for (int i = 0; i < 4; i++) if (i == 2) continue; else s += i; s", 4)]
    [InlineData("int s = 0; foreach (var i in new[] { 1, 2 }) switch (i) { case 1: s += 10; break; default: s += 1; break; } s", 11)]
    [InlineData("IEnumerable<int> G() { for (int i = 0; ; i++) yield return i; } G().Take(4).Sum()", 6)]
    public async Task Loop_OfAnyForm_ComputesTheSame(string code, int expected) => Assert.Equal(expected, await Value(code));

    [Fact]
    public async Task Error_BehindALoopOnTheSameLine_HasItsColumn()
    {
        var result = await Run("for (;;) { break; } while (true) break; nowhere();");
        Assert.Contains("cell 1(1,41): error CS0103", Failure(result)!.Message, StringComparison.Ordinal);
    }
}
