using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>What is said of the symbol, or the call, at the place marked $ in a cell.</summary>
public sealed class HoverTests : KernelTest
{
    [Theory]
    [InlineData("Consol$e.WriteLine()", "class Console")]
    [InlineData("\"\".Subst$ring(1)", "string string.Substring(int startIndex)")]
    [InlineData("num$ber", "int number")]
    [InlineData("Greet$(\"x\")", "string Greet(string name, int times = 1)")]
    [InlineData("new Poin$t(1, 2)", "Point.Point(int X, int Y)")]
    [InlineData("new Point(1, 2).X$", "int Point.X { get; init; }")]
    [InlineData("va$r x = 1.5;", "double")]
    [InlineData("Math.P$I", "double Math.PI = 3.14")]
    public async Task Hover_Symbol_HasItsDeclaration(string code, string expected)
    {
        await Setup();
        Assert.StartsWith(expected, (await Hover(code))["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 +$ 2")]
    [InlineData("nothi$ng")]
    [InlineData("$")]
    public async Task Hover_NoSymbol_SaysNothing(string code) => Assert.Empty(await Hover(code));

    [PackFact]
    public async Task Hover_MemberOfTheFramework_HasItsDocumentation()
    {
        var hover = await Hover("\"\".Subst$ring(1)");
        Assert.Contains("Retrieves a substring from this instance.", hover["text/plain"], StringComparison.Ordinal);
        Assert.Contains("startIndex: The zero-based starting character position", hover["text/plain"], StringComparison.Ordinal);
        Assert.Contains("- `startIndex`: ", hover["text/markdown"], StringComparison.Ordinal);
        Assert.Contains("<code>startIndex</code>: ", hover["text/html"], StringComparison.Ordinal);
        Assert.Contains("Represents a strongly typed list", (await Hover("new List$<int>()"))["text/plain"] + (await Hover("List$<int> l;"))["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_MemberOfALibrary_HasTheDocumentationBesideIt()
    {
        var folder = Directory.CreateTempSubdirectory("hover");
        var dll = LibraryFile.Compile(folder.FullName, "Documented" + Guid.NewGuid().ToString("N"), "public static class Documented { public static int Twice(int n) => 2 * n; }");
        File.WriteAllText(Path.ChangeExtension(dll, ".xml"), """
            <doc><members><member name="M:Documented.Twice(System.Int32)">
              <summary>Doubles <paramref name="n"/>, see <see cref="T:System.Math"/>.</summary>
              <param name="n">any number</param><returns>the double</returns>
            </member></members></doc>
            """);
        await Run($"#r \"{dll}\"");
        Assert.Equal("int Documented.Twice(int n)\n\nDoubles n, see Math.\n  n: any number\n  returns: the double", (await Hover("Documented.Twi$ce(1)"))["text/plain"]);
    }

    [Fact]
    public async Task Hover_SymbolOfACell_HasItsCommentAndItsDefinition()
    {
        await Run("1");
        await Run("/// <summary>Counts up.</summary>\nint Count(int n)\n{\n    for (;;) { n++; if (n > 3) return n; }\n}");
        var hover = await Hover("Coun$t(1)");
        Assert.Contains("Counts up.", hover["text/plain"], StringComparison.Ordinal);
        Assert.Equal("// cell 2, line 2\nint Count(int n)\n{\n    for (;;) { n++; if (n > 3) return n; }\n}", hover["text/x-csharp"]);
    }

    [Theory]
    [InlineData("Greet($", 0, 0, 1)]
    [InlineData("Greet(\"a\", $", 0, 1, 1)]
    [InlineData("Greet(times: $", 0, 1, 1)]
    [InlineData("new Point(1, $)", 0, 1, 1)]
    [InlineData("\"\".Substring($)", 0, 0, 2)]
    [InlineData("\"\".Substring(1, $)", 1, 1, 2)]
    [InlineData("Greet(number.ToString(), $)", 0, 1, 1)]
    public async Task SignatureHelp_InACall_ListsTheOverloads(string code, int activeSignature, int activeParameter, int atLeast)
    {
        await Setup();
        var help = await Help(code);
        Assert.True(help.Signatures.Count >= atLeast);
        Assert.Equal((activeSignature, activeParameter), (help.ActiveSignatureIndex, help.ActiveParameterIndex));
    }

    [Theory]
    [InlineData("string.Join(\", \", $", "string string.Join(string? separator,")]
    [InlineData("Math.Max(1.5, $", "double Math.Max(double")]
    [InlineData("Math.Max(1, $", "int Math.Max(int")]
    public async Task SignatureHelp_ArgumentsSoFar_ChooseTheOverload(string code, string expected)
    {
        var help = await Help(code);
        Assert.StartsWith(expected, help.Signatures[help.ActiveSignatureIndex].Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignatureHelp_Parameters_AreNamed()
    {
        await Setup();
        var signature = Assert.Single((await Help("Greet($")).Signatures);
        Assert.Equal("string Greet(string name, int times = 1)", signature.Label);
        Assert.Equal(["string name", "int times = 1"], signature.Parameters.Select(p => p.Label));
    }

    [Fact]
    public async Task SignatureHelp_OutsideOfACall_IsEmpty() => Assert.Empty((await Help("1 + $2")).Signatures);

    private async Task Setup() =>
        Assert.Null(Failure(await Run("var number = 1; string Greet(string name, int times = 1) => name; record Point(int X, int Y);"))?.Message);

    private async Task<Dictionary<string, string>> Hover(string marked)
    {
        var (code, position) = Unmark(marked);
        var result = await Kernel.SendAsync(new RequestHoverText(code, position));
        Assert.Null(Failure(result)?.Message);
        return result.Events.OfType<HoverTextProduced>().SelectMany(h => h.Content).ToDictionary(c => c.MimeType, c => c.Value);
    }

    private async Task<SignatureHelpProduced> Help(string marked)
    {
        var (code, position) = Unmark(marked);
        var result = await Kernel.SendAsync(new RequestSignatureHelp(code, position));
        Assert.Null(Failure(result)?.Message);
        return result.Events.OfType<SignatureHelpProduced>().Single();
    }

    private static (string Code, LinePosition Position) Unmark(string marked)
    {
        var offset = marked.IndexOf('$', StringComparison.Ordinal);
        var lines = marked[..offset].Split('\n');
        return (marked.Remove(offset, 1), new LinePosition(lines.Length - 1, lines[^1].Length));
    }
}

/// <summary>A test that reads the framework's documentation; skipped by name where only the runtime is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PackFactAttribute : FactAttribute
{
    public PackFactAttribute()
    {
        var dotnet = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..");
        if (!Directory.Exists(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref")))
        {
            Skip = "needs the .NET SDK's reference pack";
        }
    }
}
