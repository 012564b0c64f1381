using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>What is offered at the place marked $ in a cell.</summary>
public sealed class CompletionTests : KernelTest
{
    [Theory]
    [InlineData("\"text\".ToUpp$", "ToUpper", "ToUpperInvariant")]
    [InlineData("Console.writel$", "WriteLine")]
    [InlineData("Console.WrL$", "WriteLine")]
    [InlineData("Console.Line$", "ReadLine", "WriteLine")]
    [InlineData("numb$", "number", "numbers")]
    [InlineData("numbers.Whe$", "Where")]
    [InlineData("numbers?.Coun$", "Count")]
    [InlineData("foreach (var n in people) { n.Na$ }", "Name")]
    [InlineData("people.Select(p => p.N$", "Name")]
    [InlineData("Func<Person, string> f = p => p.N$", "Name")]
    [InlineData("new Pers$", "Person")]
    [InlineData("DayOfWeek.F$", "Friday")]
    [InlineData("Greet(\"a\", ti$", "times:", "TimeOnly")]
    [InlineData("new Person { $", "Age", "Name")]
    [InlineData("new Person { Name = \"x\", $", "Age")]
    [InlineData("System.Net.Http.HttpMe$", "HttpMessageHandler", "HttpMessageInvoker", "HttpMethod")]
    [InlineData("void F(int local) { loc$ }", "local", "lock")]
    [InlineData("var inside = 1; { int insider = 2; insi$ }", "insider", "inside")]
    [InlineData("using System.Glob$", "Globalization")]
    [InlineData("forea$", "foreach")]
    [InlineData("var t = typeo$", "typeof")]
    public async Task Complete_AtThePlace_OffersFirst(string code, params string[] expected)
    {
        await Setup();
        var (items, _) = await Complete(code);
        Assert.Equal(expected, items.Take(expected.Length).Select(i => i.InsertText));
    }

    [Theory]
    [InlineData("\"text\".$", "Substring")]
    [InlineData("1.5.$", "CompareTo")]
    [InlineData("var s = $\"{numbers.Le$}\"", "Length")]
    [InlineData("await Task.$", "Delay")]
    public async Task Complete_AtThePlace_Offers(string code, string expected)
    {
        await Setup();
        Assert.Contains(expected, (await Complete(code)).Items.Select(i => i.InsertText));
    }

    [Theory]
    [InlineData("// numb$")]
    [InlineData("var s = \"numb$\";")]
    [InlineData("/* numb$ */")]
    [InlineData("var n = 12$")]
    public async Task Complete_InText_OffersNothing(string code)
    {
        await Setup();
        Assert.Empty((await Complete(code)).Items);
    }

    [Theory]
    [InlineData("$", "__Interrupt")]
    [InlineData("Old.$", "Gone")]
    [InlineData("Old.$", "Secret")]
    [InlineData("\"\".$", "Empty")]
    [InlineData("new System.Text.ValueStringB$", "ValueStringBuilder")]
    public async Task Complete_WhatShouldNotBeUsed_IsLeftOut(string code, string name)
    {
        await Run("static class Old { [Obsolete] public static int Gone; [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] public static int Secret; public static int Fine; }");
        Assert.DoesNotContain(name, (await Complete(code)).Items.Select(i => i.InsertText));
    }

    [Fact]
    public async Task Complete_VariablesOfCells_StandBeforeTypesAndKeywords()
    {
        await Setup();
        var items = (await Complete("$")).Items.Select(i => i.InsertText).ToList();
        Assert.True(items.IndexOf("numbers") < items.IndexOf("Person"));
        Assert.True(items.IndexOf("Person") < items.IndexOf("String"));
        Assert.True(items.IndexOf("String") > 0);
    }

    [Fact]
    public async Task Complete_Method_TellsItsKindAndParameters()
    {
        await Setup();
        var item = (await Complete("Gree$")).Items[0];
        Assert.Equal(("Greet", "Method", "(string name, int times = 1)"), (item.InsertText, item.Kind, item.Documentation));
        Assert.Matches(@"^\(.*\) \(\+ \d+ overloads\)$", (await Complete("Console.WriteL$")).Items[0].Documentation);
    }

    [Fact]
    public async Task Complete_Span_IsTheTypedPart()
    {
        var (_, span) = await Complete("var a = 1;\n  Console.WriteL$ine(1);");
        Assert.Equal(new LinePositionSpan(new LinePosition(1, 10), new LinePosition(1, 16)), span);
    }

    [Fact]
    public async Task Complete_AfterEachCell_KnowsWhatItDeclared()
    {
        for (var i = 0; i < 5; i++)
        {
            await Run($"var fresh{i} = {i};");
            Assert.Equal(i + 1, (await Complete("fresh$")).Items.Count);
        }
    }

    [Fact]
    public async Task Complete_PathOfALoadedFile_OffersFilesAndFolders()
    {
        var folder = Directory.CreateTempSubdirectory("complete");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "one.csx"), "");
            File.WriteAllText(Path.Combine(folder.FullName, "one.dll"), "");
            folder.CreateSubdirectory("only");
            Assert.Equal(["only/", "one.csx"], (await Complete($"#load \"{folder.FullName}/on$")).Items.Select(i => i.InsertText));
            Assert.Equal(["only/", "one.dll"], (await Complete($"#r \"{folder.FullName}/on$")).Items.Select(i => i.InsertText));
            Assert.Contains("System.Xml.Linq", (await Complete("#r \"System.Xml.L$")).Items.Select(i => i.InsertText));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Setup()
    {
        var result = await Run("""
            var number = 1;
            int[] numbers = [1, 2];
            record Person { public string Name { get; set; } public int Age { get; set; } }
            var people = new List<Person>();
            string Greet(string name, int times = 1) => name;
            """);
        Assert.Null(Failure(result)?.Message);
    }

    private async Task<(List<CompletionItem> Items, LinePositionSpan? Span)> Complete(string marked)
    {
        var offset = marked.LastIndexOf('$');
        var code = marked.Remove(offset, 1);
        var lines = code[..offset].Split('\n');
        var result = await Kernel.SendAsync(new RequestCompletions(code, new LinePosition(lines.Length - 1, lines[^1].Length)));
        Assert.Null(Failure(result)?.Message);
        var produced = result.Events.OfType<CompletionsProduced>().Single();
        return ([.. produced.Completions], produced.LinePositionSpan);
    }
}
