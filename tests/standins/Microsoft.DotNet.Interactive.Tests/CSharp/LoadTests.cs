using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Files and assemblies that cells name, by paths relative to whoever names them.</summary>
public sealed class LoadTests : KernelTest, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("load");

    public new void Dispose()
    {
        base.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Load_NestedFiles_ResolveBesideTheFileThatLoadsThem()
    {
        Write("a.csx", "#load \"inner/b.csx\"\nint A() => B() + 1;");
        Write("inner/b.csx", "int B() => 41;");
        await Run($"#load \"{_folder.FullName}/a.csx\"");
        Assert.Equal(42, await Value("A()"));
    }

    [Fact]
    public async Task Load_UsingsOfNestedFiles_HoldForTheCellsAfter()
    {
        Write("a.csx", "#load \"b.csx\"\nusing System.Globalization;\nusing Number = System.Int64;");
        Write("b.csx", "using static System.Math;");
        await Run($"#load \"{_folder.FullName}/a.csx\"");
        await Run("using System.Globalization;\nNumber n = 3;");
        Assert.Equal("5", await Value("(Max(n, 5L)).ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task Load_FileWithAnError_NamesTheFileAndLine()
    {
        Write("bad.csx", "int fine = 1;\nfor (;;) { break; }\nint wrong = missing;");
        var result = await Run($"#load \"{_folder.FullName}/bad.csx\"");
        Assert.Contains("bad.csx(3,13): error CS0103", Failure(result)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_FileWithAWarning_TellsItOnce()
    {
        Write("warns.csx", "void F() { int unused; }");
        var first = await Run($"#load \"{_folder.FullName}/warns.csx\"");
        Assert.Equal("CS0168", Assert.Single(first.Events.OfType<Events.DiagnosticsProduced>().Single().Diagnostics).Code);
        var second = await Run($"#load \"{_folder.FullName}/warns.csx\"");
        Assert.Empty(second.Events.OfType<Events.DiagnosticsProduced>());
    }

    [Fact]
    public async Task Load_ExceptionInAFile_NamesTheFileAndLine()
    {
        Write("throws.csx", "void Fail()\n{\n    throw new Exception(\"no\");\n}");
        await Run($"#load \"{_folder.FullName}/throws.csx\"");
        var result = await Run("Fail();");
        Assert.Matches(@"throws\.csx, line 3, column 5, in Fail", Failure(result)!.Message);
    }

    [Fact]
    public async Task Load_MissingFile_SaysSo()
    {
        var result = await Run("#load \"not-there.csx\"");
        Assert.Contains("not-there.csx", Failure(result)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_EndlessLoopInAFile_CanBeInterrupted()
    {
        Write("loop.csx", "void Forever() { while (true) { } }");
        await Run($"#load \"{_folder.FullName}/loop.csx\"");
        var cell = Run("Forever();");
        await Task.Delay(300);
        await Kernel.SendAsync(new Cancel());
        Assert.NotNull(Failure(await cell.WaitAsync(TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public async Task Reference_CopyOfAnAssemblyThatTheHostHas_IsTheHostsOwn()
    {
        var copy = Path.Combine(_folder.FullName, "Microsoft.DotNet.Interactive.dll");
        File.Copy(typeof(Kernel).Assembly.Location, copy);
        await Run($"#r \"{copy}\"");
        Assert.Same(typeof(Kernel).Assembly, await Value("typeof(Microsoft.DotNet.Interactive.Kernel).Assembly"));
    }

    [Fact]
    public async Task Reference_OtherAssembly_IsLoadedWithWhatLiesBesideIt()
    {
        Compile("Below", "public static class Below { public static int Value => 21; }");
        Compile("Above", "public static class Above { public static int Twice => 2 * Below.Value; }", Path.Combine(_folder.FullName, "Below.dll"));
        await Run($"#r \"{_folder.FullName}/Above.dll\"");
        Assert.Equal(42, await Value("Above.Twice"));
    }

    [Fact]
    public async Task Reference_InALoadedFile_IsRelativeToThatFile()
    {
        Compile("Relative", "public static class Relative { public static int Value => 3; }");
        Write("refs.csx", "#r \"Relative.dll\"");
        await Run($"#load \"{_folder.FullName}/refs.csx\"");
        Assert.Equal(3, await Value("Relative.Value"));
    }

    [Fact]
    public async Task Reference_SeveralInOneCell_AllHold()
    {
        Compile("First", "public static class First { public static int Value => 1; }");
        Compile("Second", "public static class Second { public static int Value => 2; }");
        var code = $"#r \"{_folder.FullName}/First.dll\"\n#r \"{_folder.FullName}/Second.dll\"\n#r \"System.Xml.Linq\"\n#r \"System.Net.Http, Version=10.0.0.0\"\n";
        Assert.Equal("3 a", await Value(code + "using System.Xml.Linq;\n$\"{First.Value + Second.Value} {new XElement(\"a\").Name}\""));
    }

    [CompilerFact]
    public async Task Reference_ToAnAssemblyWithANativeLibraryBesideIt_FindsIt()
    {
        NativeLibraryFile.Compile(_folder.FullName, "besideit", "int five(void) { return 5; }");
        Compile("Native", "public static class Beside { [System.Runtime.InteropServices.DllImport(\"besideit\")] public static extern int five(); }", Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.InteropServices.dll"));
        Assert.Equal(5, await Value($"#r \"{_folder.FullName}/Native.dll\"\nBeside.five()"));
    }

    [Fact]
    public async Task Reference_Missing_SaysSo() =>
        Assert.Contains("missing.dll", Failure(await Run("#r \"missing.dll\""))!.Message, StringComparison.Ordinal);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Compile(string name, string code, params string[] references) => LibraryFile.Compile(_folder.FullName, name, code, references);
}
