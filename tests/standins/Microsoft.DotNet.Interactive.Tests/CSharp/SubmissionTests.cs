using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

public sealed class SubmissionTests : KernelTest
{
    [Fact]
    public async Task Submit_VariableOfAnEarlierCell_IsSeenAndAssigned()
    {
        await Run("var x = 1;");
        await Run("x += 41;");
        Assert.Equal(42, await Value("x"));
    }

    [Fact]
    public async Task Submit_NameDeclaredAgain_TheNewerWins()
    {
        await Run("var x = 1; class A { public int V => 1; } int F() => 1;");
        await Run("var x = \"new\"; class A { public int V => 2; } int F() => 2;");
        Assert.Equal("new 2 2", await Value("$\"{x} {new A().V} {F()}\""));
    }

    [Fact]
    public async Task Submit_UsingOnly_HoldsForLaterCells()
    {
        await Run("using System.Globalization;");
        Assert.Equal("en-GB", await Value("new CultureInfo(\"en-GB\").Name"));
    }

    [Theory]
    [InlineData("new System.Net.Http.HttpMethod(\"GET\").Method", "GET")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new[] { 1 })", "[1]")]
    [InlineData("using System.Xml.Linq;\nnew XElement(\"a\").ToString()", "<a />")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1).Length.ToString()", "1")]
    public async Task Submit_AnyPartOfTheFramework_IsReferenced(string code, string expected)
    {
        Assert.NotNull(Failure(await Run("typo")));
        Assert.Equal(expected, await Value(code));
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Theory]
    [InlineData("int x = 3;")]
    [InlineData("(string)null")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("// nothing")]
    [InlineData("")]
    public async Task Submit_NoValue_ProducesNone(string code)
    {
        var result = await Run(code);
        Assert.Null(Failure(result));
        Assert.Empty(result.Events.OfType<ReturnValueProduced>());
        Assert.IsType<CommandSucceeded>(result.Events[^1]);
    }

    [Fact]
    public async Task Submit_Code_IsOptimized()
    {
        // The compiler marks optimized assemblies by the absence of DisableOptimizations.
        var attribute = await Value("""
            System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.Diagnostics.DebuggableAttribute>(System.Reflection.Assembly.GetExecutingAssembly())?.IsJITOptimizerDisabled
            """);
        Assert.NotEqual(true, attribute);
    }

    [Fact]
    public async Task Submit_Await_ComesBackToTheSameThread()
    {
        var threads = (int[])(await Value("""
            var before = Environment.CurrentManagedThreadId;
            await Task.Delay(10);
            var between = Environment.CurrentManagedThreadId;
            await Task.Run(() => { });
            new[] { before, between, Environment.CurrentManagedThreadId }
            """))!;
        var next = (int)(await Value("Environment.CurrentManagedThreadId"))!;
        Assert.All(threads, thread => Assert.Equal(next, thread));
    }

    [Fact]
    public async Task Submit_TaskLeftRunning_ContinuesOnTheCellThreadBetweenCells()
    {
        var thread = (int)(await Value("Environment.CurrentManagedThreadId"))!;
        await Run("int seen = 0; async Task Later() { await Task.Delay(30); seen = Environment.CurrentManagedThreadId; } _ = Later();");
        await Task.Delay(500);
        Assert.Equal(thread, await Value("seen"));
    }

    [Fact]
    public async Task Submit_SyntaxError_SaysWhereInTheCell()
    {
        await Run("int a;");
        var result = await Run("int ok = 1;\nfor (int i = 0; i < 3; i++) ok += undefined;");
        var diagnostic = Assert.Single(result.Events.OfType<DiagnosticsProduced>().Single().Diagnostics);
        Assert.Equal(("CS0103", new LinePosition(1, 34)), (diagnostic.Code, diagnostic.LinePositionSpan.Start));
        Assert.IsType<CodeSubmissionCompilationErrorException>(Failure(result)!.Exception);
        Assert.Equal("cell 2(2,35): error CS0103: The name 'undefined' does not exist in the current context", Failure(result)!.Message);
    }

    [Fact]
    public async Task Submit_Exception_ShowsTheUsersFramesOnly()
    {
        await Run("int Half(int n) {\n  if (n % 2 != 0) throw new ArgumentException(\"odd\");\n  return n / 2;\n}");
        var result = await Run("var h = Half(4);\nforeach (var n in new[] { 3 })\n    { Half(n); }");
        var lines = Failure(result)!.Message.Split('\n');
        Assert.Equal("ArgumentException: odd", lines[0]);
        Assert.Equal("   at cell 1, line 2, column 19, in Half", lines[1]);
        Assert.Equal("   at cell 2, line 3, column 7", lines[2]);
        Assert.Equal(3, lines.Length);
        Assert.IsType<ArgumentException>(Failure(result)!.Exception);
    }

    [Fact]
    public async Task Submit_ExceptionInADeepRecursion_ShowsBothEnds()
    {
        var lines = Failure(await Run("void F(int n) { if (n == 0) throw new Exception(\"deep\"); F(n - 1); }\nF(99);"))!.Message.Split('\n');
        Assert.Equal(18, lines.Length);
        Assert.Equal("   at cell 1, line 1, column 29, in F", lines[1]);
        Assert.Equal("   … 85 more …", lines[9]);
        Assert.Equal("   at cell 1, line 2, column 1", lines[^1]);
    }

    [Fact]
    public async Task Submit_ExceptionsInsideOthers_AreAllShown()
    {
        var result = await Run("""
            try { try { int.Parse("x"); } catch (Exception e) { throw new InvalidOperationException("outer", e); } }
            catch (Exception e) { throw new AggregateException("both", e, new TimeoutException("late")); }
            """);
        var lines = Failure(result)!.Message.Split('\n').Where(l => !l.StartsWith("   at cell 1, line ", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, lines.Count);
        Assert.StartsWith("AggregateException: both", lines[0], StringComparison.Ordinal);
        Assert.Equal("caused by InvalidOperationException: outer", lines[1]);
        Assert.StartsWith("caused by FormatException: ", lines[2], StringComparison.Ordinal);
        Assert.Equal("caused by TimeoutException: late", lines[3]);
    }

    [Fact]
    public async Task Submit_AfterAnException_KeepsWhatWasAssigned()
    {
        await Run("var before = 5; throw new Exception(\"x\");");
        Assert.Equal(5, await Value("before"));
    }

    [Fact]
    public async Task Submit_AfterACompileError_KeepsTheState()
    {
        await Run("var x = 5;");
        Assert.NotNull(Failure(await Run("var x = ;")));
        Assert.Equal(5, await Value("x"));
    }

    [Fact]
    public async Task Submit_Warning_IsReportedAndTheCellRuns()
    {
        var result = await Run("void F() { int unused; }\n1");
        Assert.Null(Failure(result));
        Assert.Equal("CS0168", Assert.Single(result.Events.OfType<DiagnosticsProduced>().Single().Diagnostics).Code);
    }

    [Fact]
    public async Task Submit_FromWithinACell_RunsAsPartOfIt()
    {
        var value = await Value("""
            var inner = await Microsoft.DotNet.Interactive.Kernel.Current.SendAsync(new Microsoft.DotNet.Interactive.Commands.SubmitCode("var fromInside = 7;"));
            inner.Events.Count > 0
            """);
        Assert.Equal(true, value);
    }

    [Fact]
    public async Task Submit_ConcurrentCommands_RunInOrder()
    {
        await Run("var log = new List<int>();");
        var commands = Enumerable.Range(0, 10).Select(i => Run($"await Task.Delay(5); log.Add({i});")).ToArray();
        await Task.WhenAll(commands);
        Assert.Equal(Enumerable.Range(0, 10), (List<int>)(await Value("log"))!);
    }

    [Fact]
    public async Task Submit_Generics_RecordsUnsafeAndExtensionMethods_Compile()
    {
        await Run("""
            record Pair<T>(T A, T B);
            static int Twice(this int n) => 2 * n;
            unsafe int Read(int* p) => *p;
            async IAsyncEnumerable<int> Count() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }
            """);
        Assert.Equal("Pair { A = 1, B = 2 }", (await Value("new Pair<int>(1, 2)"))!.ToString());
        Assert.Equal(42, await Value("21.Twice()"));
        Assert.Equal(8, await Value("int cell = 8; int read; unsafe { int local = cell; read = Read(&local); } read"));
        Assert.Equal(3, await Value("int sum = 0; await foreach (var i in Count()) sum += i; sum"));
    }

    [Fact]
    public async Task Submit_TwoHundredCells_KeepsTheLastAsQuickAsTheFirst()
    {
        await Run("var total = 0;");
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(Failure(await Run($"var v{i} = {i}; total += v{i};")));
        }

        Assert.Equal(200 * 199 / 2, await Value("total"));
    }
}
