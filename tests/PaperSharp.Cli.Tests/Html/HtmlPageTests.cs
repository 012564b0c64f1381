using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Tests.Html;

public sealed partial class HtmlPageTests : IDisposable
{
    private const string Figure = """{"data":[{"type":"scatter","x":[1,2],"y":[3,4],"name":"</script>"}],"layout":{},"frames":[]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("html-page-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Render_UnderscoresAndStarsInMathematics_AreNotEmphasis()
    {
        var page = Render(Markdown("The filters $F_X[i,a] * F_Y[i,b]$ and *this* and\n$$\nx_{t-1} * y_t * z\n$$\nend."));

        Assert.Contains("<span class=\"math inline\">F_X[i,a] * F_Y[i,b]</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"math display\">x_{t-1} * y_t * z</span>", page, StringComparison.Ordinal);
        Assert.Contains("<em>this</em>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Price: $5 and $6.", "Price: $5 and $6.")]
    [InlineData("`$a_b$` is code", "<code>$a_b$</code>")]
    [InlineData("```\n$x_1$ and $$y$$\n```", "$x_1$ and $$y$$")]
    [InlineData(@"\$x_1\$ is text", "$x_1$ is text")]
    public void Render_DollarsThatAreNotMathematics_StayText(string markdown, string expected)
    {
        var page = Render(Markdown(markdown));

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"math", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EnvironmentAndMarkupInMathematics_AreEscapedSource()
    {
        var page = Render(Markdown("\\begin{align}\na &< b_1 \\\\\n\\end{align}"));

        Assert.Contains("<span class=\"math display\">\\begin{align}\na &amp;&lt; b_1 \\\\\n\\end{align}</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyCharts_HoldsPlotlyOnce()
    {
        Install("plotly.js-dist-min/plotly.min.js", "window.Plotly='THE-LIBRARY </script> <!-- end';");

        var page = Render(Code("a", Display(Chart())), Code("b", Display(Chart()), Display(Chart())));

        Assert.Single(Occurrences(page, "THE-LIBRARY"));
        Assert.Equal(3, Occurrences(page, "class=\"chart\"").Count);
        Assert.Contains("THE-LIBRARY <\\/script> \\x3C!-- end", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"name\":\"</script>\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoCharts_LeavesPlotlyOut()
    {
        Install("plotly.js-dist-min/plotly.min.js", "THE-LIBRARY");

        Assert.DoesNotContain("THE-LIBRARY", Render(Code("1 + 1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithoutPlotly_ShowsTheDrawing()
    {
        var page = Render(Code("chart", Display(Chart())));

        Assert.Contains("<svg id=\"drawing\"/>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("application/json", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithoutKatex_SaysWhatToRun()
    {
        Assert.Contains("npm ci", Render(Markdown("$x$")), StringComparison.Ordinal);
        Assert.DoesNotContain("npm ci", Render(Markdown("no mathematics")), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithoutPlotly_LeavesOutTheChartsHtmlThatWouldFetchIt()
    {
        var chart = Chart();
        chart["text/html"] = "<script src=\"https://cdn.example/plotly.js\"></script>";

        Assert.DoesNotContain("cdn.example", Render(Code("chart", Display(chart))), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithKatex_HoldsScriptAndFonts()
    {
        Install("katex/dist/katex.min.js", "THE-KATEX");
        Install("katex/dist/katex.min.css", "@font-face{font-family:A;src:url(fonts/A.woff2) format(\"woff2\"),url(fonts/A.woff) format(\"woff\")}.katex{color:red}");
        Install("katex/dist/fonts/A.woff2", "font");

        var page = Render(Markdown("$x$"));

        Assert.Contains("THE-KATEX", page, StringComparison.Ordinal);
        Assert.Contains("src:url(data:font/woff2;base64,Zm9udA==) format(\"woff2\")}.katex{color:red}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("npm ci", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AnyOutput_LoadsNothing()
    {
        Install("katex/dist/katex.min.css", "@font-face{src:url(fonts/A.woff2)}");
        Install("katex/dist/katex.min.js", "k");
        Install("plotly.js-dist-min/plotly.min.js", "p");

        var page = Render(
            Markdown("# A\n![picture](https://example.com/p.png) [link](https://example.com) $x$"),
            Code("b", Display(Chart()), Display(new JsonObject { ["image/png"] = "AAAA", ["text/plain"] = "picture" })));

        Assert.Empty(Loads().Matches(page));
        Assert.Contains("<a href=\"https://example.com/p.png\">picture</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Headings_AreContentsWithDistinctTargets()
    {
        var page = Render(Markdown("# The *title*\n## Part $a_1$\n## Part"), Markdown("## Part"));

        var targets = Targets().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(4, targets.Distinct().Count());
        Assert.All(targets, target => Assert.Single(Occurrences(page, $"id=\"{target}\"")));
        Assert.Contains("<title>The title</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CSharp_KeepsEveryCharacter()
    {
        const string code = "#!time\n#load \"../setup.csx\"\nvar a = new List<int> { 1, 2 }; // one & two\nConsole.WriteLine($\"{a.Count} \\\"items\\\" <b>\");\nint unfinished(";

        var page = Render(Code(code));
        var html = Regex.Match(page, "<div class=\"code\">.*?<pre[^>]*>(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal(code, System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "")));
        Assert.Contains("<span class=\"k\">new</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"c\">// one &amp; two</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"m\">#!time\n</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Streams_AreJoinedAndColoured()
    {
        var page = Render(Code(
            "run",
            Stream("stdout", "step 1 "),
            Stream("stdout", "\u001b[1;32mdone\u001b[0m\u001b[2K <ok>"),
            Stream("stderr", "careful")));

        Assert.Contains("<pre class=\"stream stdout\">step 1 <span class=\"ansi-green ansi-bold\">done</span> &lt;ok&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"stream stderr\">careful</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Error_ShowsMessageAndTrace()
    {
        var page = Render(Code("throw", new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = "CheckFailedException",
            ["evalue"] = "1 < 2",
            ["traceback"] = new JsonArray("at cell 3", "line 2"),
        }));

        Assert.Contains("<div class=\"error\"><strong>CheckFailedException: 1 &lt; 2</strong><pre>at cell 3\nline 2</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ErrorWhoseTraceBeginsWithItsMessage_SaysItOnce()
    {
        var page = Render(Code("throw", new JsonObject
        {
            ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "wrong", ["traceback"] = new JsonArray("\u001b[31mE\u001b[0m: wrong", "at cell 3"),
        }));

        Assert.Contains("<div class=\"error\"><pre><span class=\"ansi-red\">E</span>: wrong\nat cell 3</pre>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text/plain":"t","image/png":"AAAA\n","text/html":["<b>","rich</b>"]}""", "<div class=\"result\"><b>rich</b></div>")]
    [InlineData("""{"text/plain":"t & u","image/png":"AA\nAA"}""", "<img alt=\"t &amp; u\" src=\"data:image/png;base64,AAAA\">")]
    [InlineData("""{"text/plain":"a < b"}""", "<pre>a &lt; b</pre>")]
    [InlineData("""{"text/plain":"t","text/markdown":"*m*"}""", "<em>m</em>")]
    public void Render_Bundle_ShowsTheRichestForm(string data, string expected) =>
        Assert.Contains(expected, Render(Code("x", Display(JsonNode.Parse(data)!.AsObject()))), StringComparison.Ordinal);

    [Fact]
    public void Render_Attachment_IsInThePage()
    {
        var cell = Markdown("![p](attachment:p.png)");
        cell["attachments"] = new JsonObject { ["p.png"] = new JsonObject { ["image/png"] = "QUJD" } };

        Assert.Contains("src=\"data:image/png;base64,QUJD\"", Render(cell), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PictureBesideTheNotebook_IsInThePage()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "my picture.png"), "ABC");
        var place = PagePlace.Alone(_folder.FullName, Path.Combine(_folder.FullName, "page.html"));

        var page = HtmlPage.Render(new JsonObject { ["cells"] = new JsonArray(Markdown("![what it shows](my%20picture.png) ![gone](gone.png)")) }, "name", new WebAssets(_folder.FullName), place);

        Assert.Contains("<img src=\"data:image/png;base64,QUJD\" alt=\"what it shows\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"gone.png\">gone</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RelativeLinks_LeadToTheSameFilesFromThePagesFolder()
    {
        var place = PagePlace.Alone(Path.Combine(_folder.FullName, "notebooks", "a"), Path.Combine(_folder.FullName, "runs", "a-quick", "a.html"));

        var page = HtmlPage.Render(
            new JsonObject { ["cells"] = new JsonArray(Markdown("# 2. The part\n[x](../b/c%20d.ipynb#2.-The-part) [y](#2.-The-part) [z](https://example.com/#A)")) }, "name", new WebAssets(_folder.FullName), place);

        Assert.Contains("<a href=\"../../notebooks/b/c%20d.ipynb#2-the-part\">x</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#2-the-part\">y</a>", page, StringComparison.Ordinal);
        Assert.Contains("<h1 id=\"2-the-part\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.com/#A\">z</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Libraries_BringTheirLicences()
    {
        Install("katex/dist/katex.min.js", "k");
        Install("katex/dist/katex.min.css", "");
        Install("katex/LICENSE", "KATEX <licence>");
        Install("plotly.js-dist-min/plotly.min.js", "p");
        Install("plotly.js-dist-min/LICENSE", "PLOTLY licence");

        var page = Render(Markdown("$x$"), Code("chart", Display(Chart())));
        var text = Render(Markdown("no formula"));

        Assert.Contains("<pre>KATEX &lt;licence&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre>PLOTLY licence</pre>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("licence", text.Split("</style>")[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Render_Chart_HasItsPictureForPrintAndWordsForThoseWhoDoNotSeeIt()
    {
        Install("plotly.js-dist-min/plotly.min.js", "p");

        var page = Render(Code("chart", Display(Chart())));

        Assert.Matches("<div class=\"still\">.*<svg id=\"drawing\"/>.*</div><div class=\"live\" role=\"img\" aria-label=\"Line chart\">", page);
    }

    [Fact]
    public void Render_NotebookThatHasNotRun_SaysSo()
    {
        var cell = Code("1 + 1");
        cell["execution_count"] = null;

        Assert.Contains("has not been run", Render(cell), StringComparison.Ordinal);
        Assert.DoesNotContain("has not been run", Render(Code("1 + 1")), StringComparison.Ordinal);
    }

    private string Render(params JsonObject[] cells) => HtmlPage.Render(
        new JsonObject { ["cells"] = new JsonArray([.. cells]) }, "name", new WebAssets(_folder.FullName));

    private void Install(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, "node_modules", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static JsonObject Markdown(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private static JsonObject Code(string source, params JsonObject[] outputs) => new()
    {
        ["cell_type"] = "code",
        ["source"] = new JsonArray([.. source.Split('\n').Select((line, i) => (JsonNode)(i < source.Count(c => c == '\n') ? line + "\n" : line))]),
        ["execution_count"] = 1,
        ["outputs"] = new JsonArray([.. outputs]),
    };

    private static JsonObject Display(JsonObject data) => new() { ["output_type"] = "display_data", ["data"] = data };

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static JsonObject Chart() => new()
    {
        ["application/vnd.plotly.v1+json"] = JsonNode.Parse(Figure),
        ["image/svg+xml"] = "<svg id=\"drawing\"/>",
        ["text/plain"] = "Line chart",
    };

    private static MatchCollection Occurrences(string page, string text) => Regex.Matches(page, Regex.Escape(text));

    [GeneratedRegex("""(?:src|srcset)\s*=\s*["']?(?!data:)[^"'\s>]|<link\b|@import|url\(\s*["']?(?!data:)|\bposter=""")]
    private static partial Regex Loads();

    [GeneratedRegex("<a class=\"level\\d\" href=\"#([^\"]+)\"")]
    private static partial Regex Targets();
}
