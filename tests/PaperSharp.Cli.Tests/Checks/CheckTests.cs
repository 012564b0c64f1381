using System.Text.Json.Nodes;
using PaperSharp.Cli.Checks;

namespace PaperSharp.Cli.Tests.Checks;

public sealed class CheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("papers-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Format_ProperNotebook_HasNoFindings() => Assert.Empty(FormatCheck.Run(Notebook(Code("1"), Text("t"))));

    [Fact]
    public void Format_OtherKernelAndVersion_AreFound()
    {
        var notebook = Json(Code("1"));
        notebook["metadata"]!["kernelspec"]!["name"] = "python3";
        notebook["nbformat_minor"] = 4;

        Assert.Equal(["its format is 4.4, not 4.5", "its kernel is 'python3', not '.net-csharp'"], FormatCheck.Run(Load(notebook)).Select(finding => finding.Problem));
    }

    [Fact]
    public void Format_MissingDoubleAndImproperIds_AreFoundEach()
    {
        var (none, twice, bad) = (Code("1"), Code("2"), Text("3"));
        none.Remove("id");
        twice["id"] = "same";
        bad["id"] = "a b";

        var findings = FormatCheck.Run(Notebook(With(Text("0"), "id", "same"), none, twice, bad)).Select(finding => finding.ToString()).ToList();

        Assert.Collection(
            findings,
            one => Assert.StartsWith("code cell 1: it has no id", one, StringComparison.Ordinal),
            two => Assert.StartsWith("code cell 2 (id same): its id is also that of text cell 1", two, StringComparison.Ordinal),
            three => Assert.StartsWith("text cell 2 (id a b): its id is not made of", three, StringComparison.Ordinal));
    }

    [Fact]
    public void Format_LongCellAndLargeFile_AreFound()
    {
        var lines = string.Concat(Enumerable.Repeat("x++;\n\n", 40));

        Assert.Empty(FormatCheck.Run(Notebook(Code(lines))));
        Assert.Contains("41 lines", Assert.Single(FormatCheck.Run(Notebook(Code(lines + "x++;")))).Problem, StringComparison.Ordinal);
        Assert.Contains("1.1 MB", Assert.Single(FormatCheck.Run(Notebook(Text(new string('x', 1_100_000))))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$x$ and $$y$$, `$`, \\$3, $5 and $6.50.", null)]
    [InlineData("```\n$\n```\nfine", null)]
    [InlineData("a\n\nb $x_1 and more", "line 3: a $ without")]
    [InlineData("$$\nx\n\nmore", "line 1: a $$ without")]
    [InlineData("$ x$ has a space", "line 1: a $ without")]
    [InlineData("costs $5x", "line 1: a $ without")]
    public async Task Math_DollarWithoutPartner_IsFound(string text, string? expected)
    {
        var findings = await MathCheck.RunAsync(Notebook(Text(text)), null, CancellationToken.None);

        if (expected is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            Assert.All(findings, finding => Assert.Contains("without", finding.Problem, StringComparison.Ordinal));
            Assert.Contains(expected, findings.First().ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_ToWhatIsThere_AreFine()
    {
        File.WriteAllText(In("other.md"), "# A Heading!\n");
        Directory.CreateDirectory(In("my folder"));
        Save("other.ipynb", Json(Text("## 2. The $x$ part\n### Second one")));

        Assert.Empty(LinkCheck.Run(Notebook(Text("""
            # The title
            [a](other.md) [b](other.md#a-heading) [c](my%20folder) [d](#The-title) [e](#the-title) [f](other.ipynb#Second-one)
            [g](https://example.com/none) [h](mailto:a@b.c) `[i](none)` $[j](none)$ <a href="other.md">k</a> <a id="here"></a>[l](#here) [m]

            [m]: other.md
            """))));
    }

    [Theory]
    [InlineData("x\n\n[a](none.md)", "line 3: the link 'none.md' leads to no file")]
    [InlineData("![a](none.png)", "line 1: the link 'none.png' leads to no file")]
    [InlineData("$$\na\n$$\n[a](#none)", "line 4: the link '#none' leads to no heading")]
    [InlineData("[a](other.md#none)", "line 1: the link 'other.md#none' leads to no heading")]
    [InlineData("[a](/home/x)", "line 1: the link '/home/x' is a path of one machine")]
    [InlineData("text\n\n<img src=\"none.png\">", "line 3: the link 'none.png' leads to no file")]
    [InlineData("![a](attachment:none.png)", "line 1: the picture 'attachment:none.png' is not stored in the cell")]
    public void Links_ToNothing_AreFoundWithTheirLine(string text, string expected)
    {
        File.WriteAllText(In("other.md"), "# A\n");

        Assert.Contains(expected, Assert.Single(LinkCheck.Run(Notebook(Text(text)))).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at /home/joe/x.cs", "/home/joe/x.cs")]
    [InlineData("in /tmp/a/b", "/tmp/a/b")]
    [InlineData("C:\\Users\\joe\\x", "C:\\Users\\joe")]
    [InlineData("see file:///etc/x", "file:///etc/x")]
    [InlineData("https://example.com/home/joe/x and 1/tmp/2 and ~/tmp/x", null)]
    public void Outputs_PathOfTheMachine_IsFound(string text, string? path)
    {
        var findings = OutputCheck.Run(Notebook(Code("1", new JsonObject { ["output_type"] = "stream", ["text"] = text }))).ToList();

        Assert.Equal(path is null ? [] : [$"its output has a path of this machine: {path}"], findings.Select(finding => finding.Problem));
    }

    [Fact]
    public void Outputs_PathWithinAPicture_IsChance() => Assert.Empty(OutputCheck.Run(Notebook(Code("1", Display(("image/png", "AAA/root/tmp/AAA")), Display(("text/html", "<img src=\"data:image/png;base64,/root/AAAA\">"))))));

    [Fact]
    public void Outputs_PlotWithoutPng_IsFound()
    {
        Assert.Empty(OutputCheck.Run(Notebook(Code("1", Display(("application/vnd.plotly.v1+json", "{}"), ("image/png", "AAAA"))))));
        Assert.Contains("no PNG", Assert.Single(OutputCheck.Run(Notebook(Code("1", Display(("application/vnd.plotly.v1+json", "{}")))))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_OfAPaper_AreFromOneRunWithoutErrors()
    {
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "CheckFailedException" };
        JsonObject[] cells = [With(Code("1", Display(("image/png", "AAAA"))), "execution_count", 1), With(Code("2", error), "execution_count", 3)];

        var findings = OutputCheck.Run(Load(Json(cells), isPaper: true)).Select(finding => finding.Problem);

        Assert.Equal(["its output is an error (CheckFailedException)", "its outputs are not from one run from top to bottom"], findings);
        Assert.Equal(["it has not been run"], OutputCheck.Run(Load(Json(Code("1")), isPaper: true)).Select(finding => finding.Problem));
    }

    [Fact]
    public async Task Compile_SeveralFaultyCells_AreAllFoundWithTheirLines()
    {
        var findings = (await CompileCheck.RunAsync(
            Notebook(Text("t"), Code("using System.IO;\nvar x = 1;\nx.Nothing();"), Code("x + 1; y"), Code("Path.Combine(\"a\")"), Code("int z = \"\";")), CancellationToken.None)).Select(finding => finding.ToString()).ToList();

        // The third cell lacks only what the second should have declared, and y; the fourth is right.
        Assert.Contains(findings, finding => finding.StartsWith("code cell 1 (id", StringComparison.Ordinal) && finding.Contains("line 3: CS1061", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("code cell 2", StringComparison.Ordinal) && finding.Contains("'y'", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("code cell 4", StringComparison.Ordinal) && finding.Contains("CS0029", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.StartsWith("code cell 3", StringComparison.Ordinal) || finding.Contains("'x'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_FaultsOfEveryKind_AreToldInTheOrderOfTheCells()
    {
        var path = Save("bad.ipynb", Json(Text("$x"), Code("none"), Text("[a](none.md)")));

        var findings = await NotebookChecks.RunAsync(new CatalogueEntry("bad", "x", path), isPaper: false, null, CancellationToken.None);

        Assert.Equal(
            ["a $ without its partner", "the first code cell does not load the set-up alone", "CS0103: The name 'none' does not exist in the current context", "the link 'none.md' leads to no file"],
            findings.Select(finding => finding.Problem));
    }

    [Fact]
    public async Task All_FileThatIsNoNotebook_IsOneFinding()
    {
        File.WriteAllText(In("no.ipynb"), "{}");

        var finding = Assert.Single(await NotebookChecks.RunAsync(new CatalogueEntry("no", "x", In("no.ipynb")), isPaper: false, null, CancellationToken.None));

        Assert.Contains("'nbformat' is missing", finding.Problem, StringComparison.Ordinal);
    }

    private int _ids;

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private CheckedNotebook Notebook(params JsonObject[] cells) => Load(Json(cells));

    private CheckedNotebook Load(JsonObject json, bool isPaper = false) => CheckedNotebook.Load(Save("test.ipynb", json), isPaper);

    private string Save(string name, JsonObject json)
    {
        File.WriteAllText(In(name), json.ToJsonString());
        return In(name);
    }

    private static JsonObject Json(params JsonObject[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private JsonObject Text(string source) => new() { ["cell_type"] = "markdown", ["id"] = $"c{_ids++}", ["metadata"] = new JsonObject(), ["source"] = source };

    private JsonObject Code(string source, params JsonObject[] outputs) => new()
    {
        ["cell_type"] = "code",
        ["id"] = $"c{_ids++}",
        ["metadata"] = new JsonObject(),
        ["execution_count"] = null,
        ["outputs"] = new JsonArray([.. outputs]),
        ["source"] = source,
    };

    private static JsonObject With(JsonObject cell, string name, JsonNode value)
    {
        cell[name] = value;
        return cell;
    }

    private static JsonObject Display(params (string Mime, string Data)[] data) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject(data.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Mime, part.Data))),
    };
}
