using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>What C# itself can do must work across cells too. Each test's cells are separated by a line of dashes.</summary>
public sealed class LanguageTests : KernelTest
{
    [Theory]
    [InlineData("int F() => 1;\n---\nint F() => 2;\n---\nF()", "2")]
    [InlineData("class A { public int V => 1; }\nvar old = new A();\n---\nclass A { public int W => 2; }\n---\nold.V + new A().W", "3")]
    [InlineData("interface I { int N { get; } }\n---\nclass A : I { public int N => 3; }\n---\nstatic int Of(this I i) => i.N;\n---\nnew A().Of()", "3")]
    [InlineData("public static class More { public static int Thrice(this int n) => 3 * n; }\n---\n5.Thrice()", "15")]
    [InlineData("static int Twice(this int n) => 2 * n;\n---\n5.Twice()", "10")]
    [InlineData("static int Twice(this int n) => 2 * n;\n---\nstatic int Twice(this int n) => 20 * n;\n---\n5.Twice()", "100")]
    [InlineData("record P(int X, int Y);\nrecord struct Q(double Z);\n---\nnew P(1, 2) with { Y = 3 } == new P(1, 3) && new Q(1) == new Q(1)", "True")]
    [InlineData("T Largest<T>(IEnumerable<T> items) where T : IComparable<T> => items.Max();\nclass Box<T>(T value) { public T Value => value; }\n---\nLargest(new[] { 1, 5, 2 }) + new Box<int>(2).Value", "7")]
    [InlineData("unsafe int First(int[] a) { fixed (int* p = a) { return *p; } }\n---\nFirst([8, 9])", "8")]
    [InlineData("var t = await Task.FromResult(4);\n---\nawait Task.Yield();\nt + await Task.FromResult(1)", "5")]
    [InlineData("async IAsyncEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) { await Task.Delay(1); yield return i; } }\n---\nvar sum = 0;\nawait foreach (var i in Count(4)) sum += i;\nsum", "6")]
    [InlineData("object o = new[] { 1, 2, 3 };\n---\no switch { int[] and [var first, .., > 2 and var last] => first + last, _ => 0 }", "4")]
    [InlineData("var n = 1;\nAction add = () => n++;\nint Get() { int Inner() => n * 10; return Inner(); }\n---\nadd(); add();\nGet()", "30")]
    [InlineData("int n = 2;\n---\nint Use() { n += 5; return n; }\n---\nUse() + n", "14")]
    [InlineData("int[] a = [1, 2, .. new[] { 3, 4 }];\nSpan<int> Tail() => a.AsSpan()[1..];\n---\nTail().Length + a[^1]", "7")]
    [InlineData("static class More\n{\n    // comment\n    public static T Last<T>(this IEnumerable<T> items, /* c */ out int n, T other = default) where T : struct\n    {\n        n = items.Count();\n        return items.ElementAt(n - 1);\n    }\n} 1\n---\nnew[] { 4, 5 }.Last(out var n) + n + More.Last(new[] { 1 }, out _)", "8")]
    [InlineData("class C { public int N { get => field; set => field = value < 0 ? 0 : value; } }\n---\nvar c = new C { N = -4 };\nc?.N = 5;\nc.N", "5")]
    [InlineData("Func<int, int> f = static x => x * 2;\nvar g = (int x = 3) => x + 1;\n---\nf(4) + g()", "12")]
    [InlineData("var (a, b) = (1, \"x\");\n---\n$\"{a}{b}\"", "1x")]
    [InlineData("var text = \"\"\"\n    raw \"quoted\"\n    \"\"\";\n---\ntext", "raw \"quoted\"")]
    [InlineData("enum Colour { Red, Green }\n---\nColour.Green.ToString() + nameof(List<>)", "GreenList")]
    [InlineData("delegate int Op(int a, int b);\nevent Action Fired;\n---\nOp add = (a, b) => a + b;\nFired += () => { };\nadd(2, 3)", "5")]
    [InlineData("using static System.Math;\nusing Real = double;\n---\nReal r = Max(1.5, 2.5);\nr", "2.5")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject();\nd.Value = 3;\n---\n(int)d.Value + 1", "4")]
    [InlineData("goto end;\nthrow new Exception();\nend: ;\n---\n1", "1")]
    [InlineData("var q = from x in Enumerable.Range(0, 5) where x % 2 == 1 select x * x;\n---\nq.Sum()", "10")]
    public async Task Cells_OfAllKinds_GiveTheValue(string cells, string expected)
    {
        var parts = cells.Split("\n---\n");
        foreach (var cell in parts.SkipLast(1))
        {
            Assert.Null(Failure(await Run(cell))?.Message);
        }

        Assert.Equal(expected, Convert.ToString(await Value(parts[^1]), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("static class Ext { extension(string s) { public int Words => 1; } }", "write the extension as a method")]
    [InlineData("namespace N { class A { } }", "leave the namespace out")]
    public async Task Cell_WithWhatScriptsCannotHave_SaysWhatToWrite(string cell, string expected) =>
        Assert.Contains(expected, Failure(await Run(cell))!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Cell_WithAnExtensionClassAndAnErrorBehindIt_HasTheColumn()
    {
        var result = await Run("public static class A { public static int B(this int n) => n; } nowhere();");
        Assert.Contains("cell 1(1,65): error CS0103", Failure(result)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Using_DeclarationAtTopLevel_StaysOpenForTheNextCells()
    {
        Assert.Null(Failure(await Run("using System.IO;\nusing var reader = new StringReader(\"one\\ntwo\");\nvar first = reader.ReadLine();"))?.Message);
        Assert.Equal("one", await Value("first"));
        Assert.Equal("two", await Value("reader.ReadLine()"));
        Assert.Null(Failure(await Run("await using var stream = new MemoryStream();"))?.Message);
        Assert.Equal(true, await Value("stream.CanRead"));
    }

    [Fact]
    public async Task Token_OfTheRunningCell_IsCancelledByAnInterrupt()
    {
        var cell = Run("""
            var token = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken;
            Console.Write("running");
            while (!token.IsCancellationRequested) { await Task.Delay(5); }
            """);
        await Task.Delay(1500);
        await Kernel.SendAsync(new Commands.Cancel());
        await cell.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(true, await Value("token.IsCancellationRequested"));
    }

    [Fact]
    public async Task Formatter_RegisteredInACell_HoldsForTheNext()
    {
        Assert.Null(Failure(await Run("using Microsoft.DotNet.Interactive.Formatting;\nclass Celsius { public double Degrees; }\nFormatter.Register<Celsius>(c => $\"{c.Degrees} °C\", \"text/plain\");"))?.Message);
        var result = await Run("new Celsius { Degrees = 20 }");
        var shown = result.Events.OfType<Events.ReturnValueProduced>().Single().FormattedValues.Single(v => v.MimeType == PlainTextFormatter.MimeType);
        Assert.Equal("20 °C", shown.Value);
    }
}
