using PaperSharp.Cli.Checks;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Tests.Checks;

public sealed class KatexTests
{
    private static readonly WebAssets Assets = new(Repository.Find().WebAssets);
    private static readonly Formula[] Formulas =
    [
        new(@"\frac{\partial F}{\partial\mu^i}<\hat x", false, 0), new(@"\begin{aligned}a&=b\\c&=d\end{aligned}", true, 0), new(@"\frac{1", true, 0), new(@"\nosuchcommand x", false, 0),
    ];

    [KatexFact("node")]
    public Task Errors_InNode_AreThoseOfFaultyFormulas() => Check(Tool.Find("node"), null);

    [KatexFact("chromium")]
    public Task Errors_InChromium_AreThoseOfFaultyFormulas() => Check(null, Tool.Find("chromium"));

    [Fact]
    public void Find_NothingToRunIt_SaysWhatIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory("papers-katex-");
        try
        {
            Assert.Contains("npm ci", Katex.Find(new WebAssets(folder.FullName), "node", null).Missing, StringComparison.Ordinal);
            var dist = folder.CreateSubdirectory("node_modules/katex/dist");
            File.WriteAllText(Path.Combine(dist.FullName, "katex.min.js"), "");
            Assert.Contains("neither node nor Chromium", Katex.Find(new WebAssets(folder.FullName), null, null).Missing, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Check(string? node, string? browser)
    {
        var errors = await Katex.Find(Assets, node, browser).Katex!.ErrorsAsync(Formulas, CancellationToken.None);

        Assert.Equal([null, null], errors.Take(2));
        Assert.Contains("end of input", errors[2], StringComparison.Ordinal);
        Assert.Contains(@"\nosuchcommand", errors[3], StringComparison.Ordinal);
    }

    private sealed class KatexFactAttribute : FactAttribute
    {
        public KatexFactAttribute(string program) => Skip =
            Assets.KatexScriptPath is null ? $"KaTeX is not installed. {Assets.Advice}"
            : Tool.Find(program) is null ? $"{program} is not on PATH" : null;
    }
}
