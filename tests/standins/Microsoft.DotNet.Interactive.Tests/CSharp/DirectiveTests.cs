using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Lines that speak to the kernel, in a kernel that is put together as a notebook's is.</summary>
public sealed class DirectiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directives");
    private readonly CompositeKernel _kernel = [];

    public DirectiveTests()
    {
        _kernel.Add(new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing(), ["C#"]);
        _kernel.Add(new HtmlKernel());
        _kernel.Add(new JavaScriptKernel());
        _kernel.UseImportMagicCommand();
    }

    public void Dispose()
    {
        _kernel.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_AfterCells_ListsTheNames()
    {
        await Run("var b = 1; string a = \"x\"; int F() => 1;");
        Assert.Equal("Name\na\nb", Plain(await Run("#!who")));
    }

    [Fact]
    public async Task Whos_AfterCells_ListsTypesAndValues()
    {
        await Run("var b = new[] { 1, 2 }; string a = \"<x>\";");
        var result = await Run("#!whos");
        Assert.Equal("Name  Type    Value\na     string  <x>\nb     int[]   [1, 2]", Plain(result));
        Assert.Contains("<td style=\"text-align: left\">&lt;x&gt;</td>", Html(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!csharp")]
    [InlineData("#!C#")]
    public async Task Language_CSharpByAnyName_RunsTheLinesBelow(string name) =>
        Assert.Equal(3, Returned(await Run($"#!html\n<b>\n{name}\n1 + 2")));

    [Fact]
    public async Task Language_JavaScript_IsSentAsAScript() =>
        Assert.Equal("<script type=\"text/javascript\">alert(1)</script>", Html(await Run("#!javascript\nalert(1)")));

    [Fact]
    public async Task Set_Text_IsAVariable()
    {
        await Run("#!set --name greeting --value \"good day\"");
        Assert.Equal("good day", Returned(await Run("greeting")));
    }

    [Fact]
    public async Task Set_ValueOfAKernel_KeepsItsType()
    {
        await Run("var numbers = new List<int> { 4, 5 };");
        await Run("#!set --name copy --value @csharp:numbers");
        Assert.Equal(5, Returned(await Run("copy[1]")));
    }

    [Fact]
    public async Task Share_ValueOfAKernel_IsAVariableHere()
    {
        await Run("var x = 6;");
        await Run("#!share --from csharp x --as y");
        Assert.Equal(6, Returned(await Run("y")));
    }

    [Theory]
    [InlineData("#!set --name x", "Line 1: #!set needs --value")]
    [InlineData("1\n#!set --nam x", "Line 2: #!set takes --name, --value, --mime-type; '--nam' is none of them")]
    [InlineData("#!set --name", "#!set: --name wants a value")]
    [InlineData("#!who all", "#!who takes no arguments; 'all' is none of them")]
    [InlineData("#!share --from fsharp x", "no kernel 'fsharp'")]
    [InlineData("#!share --from csharp missing", "'missing'")]
    [InlineData("#!whose", "unknown directive '#!whose'. Did you mean #!whos or #!who?")]
    [InlineData("#!xyzzy", "Known: #!csharp, #!html, #!import, #!javascript, #!set, #!share, #!who, #!whos.")]
    public async Task Directive_ThatIsWrong_SaysHow(string code, string expected) =>
        Assert.Contains(expected, Failure(await Run(code))!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Directive_BehindAnExceptionInTheCell_DoesNotRun()
    {
        await Run("var ran = false;");
        var result = await Run("throw new Exception(\"first\");\n#!who\n#!csharp\nran = true;");
        Assert.Contains("first", Failure(result)!.Message, StringComparison.Ordinal);
        Assert.Empty(result.Events.OfType<DisplayedValueProduced>());
        Assert.Equal(false, Returned(await Run("ran")));
    }

    [Fact]
    public async Task Directive_WithACommandOfItsOwn_GetsItsParameters()
    {
        Greet? got = null;
        var directive = new KernelActionDirective("#!greet", "Greets.")
        {
            Parameters = [new("--who") { AllowImplicitName = true, Required = true }, new("--how-often"), new("--loud") { Flag = true }],
        };
        _kernel.AddDirective<Greet>(directive, (command, _) =>
        {
            got = command;
            return Task.CompletedTask;
        });
        Assert.Null(Failure(await Run("#!greet 'the world' --how-often 3 --loud")));
        Assert.Equal(("the world", 3, true), (got!.Who, got.HowOften, got.Loud));
    }

    [Fact]
    public async Task Import_Notebook_RunsItsCodeCells()
    {
        Notebook("lib.ipynb", "int Twice(int n) => 2 * n;", "Console.Write(Twice(4));\n");
        var result = await Run($"#!import \"{_folder.FullName}/lib.ipynb\"\nTwice(21)");
        Assert.Null(Failure(result));
        Assert.Equal(42, Returned(result));
        Assert.Equal("8", string.Concat(result.Events.OfType<StandardOutputValueProduced>().Select(e => e.FormattedValues.Single().Value)));
    }

    [Fact]
    public async Task Import_NestedFiles_ResolveBesideTheFileThatImportsThem()
    {
        Write("inner/c.cs", "int C() => 40;");
        Write("inner/b.csx", "#!import c.cs\n#load \"d.csx\"\nint B() => C() + D();");
        Write("inner/d.csx", "int D() => 1;");
        Notebook("a.ipynb", "#!import inner/b.csx\nint A() => B() + 1;");
        Assert.Equal(42, Returned(await Run($"#!import {_folder.FullName}/a.ipynb\nA()")));
    }

    [Fact]
    public async Task Import_Interactive_SwitchesLanguages()
    {
        Write("a.dib", "#!meta\n{\"kernelInfo\":{}}\n\n#!csharp\n\nvar seven = 7;\n\n#!html\n\n<b>seven</b>\n");
        var result = await Run($"#!import {_folder.FullName}/a.dib");
        Assert.Contains("<b>seven</b>", Html(result), StringComparison.Ordinal);
        Assert.Equal(7, Returned(await Run("seven")));
    }

    [Fact]
    public async Task Import_Circle_IsNamed()
    {
        Write("a.csx", "#!import b.csx");
        Write("b.csx", "#!import a.csx");
        var message = Failure(await Run($"#!import {_folder.FullName}/a.csx"))!.Message;
        Assert.Matches("circle: .*a.csx imports .*b.csx imports .*a.csx", message);
        Assert.Equal(2, Returned(await Run("1 + 1")));
    }

    [Fact]
    public async Task Import_FailingCell_NamesItAndStopsTheCell()
    {
        Notebook("bad.ipynb", "var fine = 1;", "\nint.Parse(\"x\");");
        var result = await Run($"#!import {_folder.FullName}/bad.ipynb\nConsole.Write(\"ran\");");
        Assert.IsType<FormatException>(Failure(result)!.Exception);
        Assert.Contains("bad.ipynb, cell 2, line 2", Failure(result)!.Message, StringComparison.Ordinal);
        Assert.Empty(result.Events.OfType<StandardOutputValueProduced>());
    }

    [Theory]
    [InlineData("#!import nowhere.ipynb", "nowhere.ipynb")]
    [InlineData("#!import", "#!import needs --file")]
    public async Task Import_ThatCannotBe_SaysWhy(string code, string expected) =>
        Assert.Contains(expected, Failure(await Run(code))!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("#!wh", "#!who,#!whos", 0)]
    [InlineData("#!set --na", "--name", 6)]
    public async Task Complete_DirectiveLine_OffersWhatFits(string line, string expected, int start)
    {
        var result = await _kernel.SendAsync(new RequestCompletions($"var x = 1;\n{line}", new LinePosition(1, line.Length)));
        var produced = result.Events.OfType<CompletionsProduced>().Single();
        Assert.Equal(expected, string.Join(',', produced.Completions.Select(c => c.InsertText)));
        Assert.Equal(start, produced.LinePositionSpan!.Start.Character);
    }

    [Fact]
    public async Task Complete_ImportedPath_OffersFoldersAndNotebooks()
    {
        Write("sub/x.csx", "");
        Write("subject.ipynb", "");
        Write("subject.png", "");
        var line = $"#!import \"{_folder.FullName}/su";
        var result = await _kernel.SendAsync(new RequestCompletions(line, new LinePosition(0, line.Length)));
        var produced = result.Events.OfType<CompletionsProduced>().Single();
        Assert.Equal(["sub/", "subject.ipynb"], produced.Completions.Select(c => c.InsertText));
        Assert.Equal(line.Length - 2, produced.LinePositionSpan!.Start.Character);
    }

    [Fact]
    public async Task Complete_CodeUnderADirective_SeesTheCodeOnly()
    {
        await Run("var someNumber = 1;");
        var result = await _kernel.SendAsync(new RequestCompletions("#!time\nsomeNu", new LinePosition(1, 6)));
        Assert.Contains("someNumber", result.Events.OfType<CompletionsProduced>().Single().Completions.Select(c => c.InsertText));
        var html = await _kernel.SendAsync(new RequestCompletions("#!html\nsomeNu", new LinePosition(1, 6)));
        Assert.Empty(html.Events.OfType<CompletionsProduced>());
        Assert.Null(Failure(html));
    }

    [Fact]
    public async Task Check_CodeAmongDirectives_IsCheckedByItsKernel()
    {
        var result = await _kernel.SendAsync(new RequestDiagnostics("#!who\nvar x = missing;\n#!html\n<b> }\n#!csharp\nx = 1;"));
        Assert.Null(Failure(result)?.Message);
        var diagnostic = Assert.Single(Assert.Single(result.Events.OfType<DiagnosticsProduced>()).Diagnostics);
        Assert.Equal(("CS0103", new LinePosition(1, 8)), (diagnostic.Code, diagnostic.LinePositionSpan.Start));
    }

    private static CommandFailed? Failure(KernelCommandResult result) => result.Events.OfType<CommandFailed>().SingleOrDefault();

    private static object? Returned(KernelCommandResult result)
    {
        Assert.Null(Failure(result)?.Message);
        return result.Events.OfType<ReturnValueProduced>().Last().Value;
    }

    private static string Plain(KernelCommandResult result) => Shown(result, "text/plain");

    private static string Html(KernelCommandResult result) => Shown(result, "text/html");

    private static string Shown(KernelCommandResult result, string mimeType)
    {
        Assert.Null(Failure(result)?.Message);
        return result.Events.OfType<DisplayedValueProduced>().Single().FormattedValues.Single(v => v.MimeType == mimeType).Value;
    }

    private Task<KernelCommandResult> Run(string code) => _kernel.SendAsync(new SubmitCode(code));

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Notebook(string name, params string[] cells)
    {
        var code = cells.Select(c => new { cell_type = "code", metadata = new { }, source = c.Split('\n').Select((line, i) => i < c.Split('\n').Length - 1 ? line + "\n" : line) });
        Write(name, System.Text.Json.JsonSerializer.Serialize(new { nbformat = 4, cells = code.Prepend<object>(new { cell_type = "markdown", source = "# text" }) }));
    }

    public sealed class Greet(string who, int howOften, bool loud) : KernelCommand
    {
        public string Who { get; } = who;

        public int HowOften { get; } = howOften;

        public bool Loud { get; } = loud;
    }
}
