using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Packages from a folder of the test's own, so that no network is needed. Every id is new: what is loaded once stays in the process.</summary>
public sealed class PackageTests : KernelTest, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packages");
    private readonly PackageFeed _feed;
    private readonly string _id = "Test" + Guid.NewGuid().ToString("N");

    public PackageTests()
    {
        // Packages of a test that is over must not fill the user's cache.
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(_folder.FullName, "cache"));
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(_folder.FullName, "nuget"));
        _feed = new PackageFeed(Path.Combine(_folder.FullName, "feed"));
    }

    public new void Dispose()
    {
        base.Dispose();
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", null);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Package_WithADependency_BringsBoth()
    {
        var below = PackLibrary($"{_id}.Below", "1.0.0", "public static class Below { public static int Value => 21; }");
        PackLibrary(_id, "2.5.0", "public static class Above { public static int Twice => 2 * Below.Value; }", below, $"{_id}.Below 1.0.0");
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 2.5.0\"\nAbove.Twice + Below.Value");
        Assert.Null(Failure(result));
        Assert.Equal(63, result.Events.OfType<ReturnValueProduced>().Single().Value);
        Assert.Equal([_id, $"{_id}.Below"], result.Events.OfType<PackageAdded>().Select(e => e.PackageReference.PackageName).Order(StringComparer.Ordinal));
        Assert.Matches($@"Installed Package {_id} 2\.5\.0 in \d+\.\d s", Shown(result));
    }

    [Theory]
    [InlineData("", "3.0.0")]
    [InlineData(", 1.*", "1.4.0")]
    [InlineData(", 1.0.0", "1.0.0")]
    public async Task Package_Version_IsTheNewestThatIsAskedFor(string asked, string expected)
    {
        foreach (var version in new[] { "1.0.0", "1.4.0", "3.0.0", "4.0.0-beta" })
        {
            PackLibrary(_id, version, "public static class Only { }");
        }

        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget:{_id}{asked}\"");
        Assert.Null(Failure(result));
        Assert.Equal(expected, result.Events.OfType<PackageAdded>().Single().PackageReference.PackageVersion);
    }

    [Fact]
    public async Task Package_AskedForAgain_IsNotInstalledAgain()
    {
        PackLibrary(_id, "1.0.0", "public static class Again { public static int Value => 7; }");
        await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"");
        var result = await Run($"#r \"nuget: {_id}, 1.0.0\"\n#r \"nuget: {_id}\"\nAgain.Value");
        Assert.Equal(7, result.Events.OfType<ReturnValueProduced>().Single().Value);
        Assert.Empty(result.Events.OfType<PackageAdded>());
        Assert.Empty(result.Events.OfType<DisplayedValueProduced>());
    }

    [Fact]
    public async Task Package_OtherVersionThanTheLoadedOne_SaysToRestart()
    {
        PackLibrary(_id, "1.0.0", "public static class One { }");
        await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"");
        var result = await Run($"#r \"nuget: {_id}, 2.0.0\"");
        Assert.Matches("1.0.0 is loaded already.*restart.*2.0.0", Failure(result)!.Message);
    }

    [Fact]
    public async Task Package_RestoredBefore_ComesFromTheCache()
    {
        PackLibrary(_id, "1.0.0", "public static class Cached { public static int Value => 5; }");
        var cell = $"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"\nCached.Value";
        Assert.Equal(5, (await Run(cell)).Events.OfType<ReturnValueProduced>().Single().Value);
        foreach (var file in Directory.GetFiles(_feed.Folder))
        {
            File.Delete(file);
        }

        using var other = new Microsoft.DotNet.Interactive.CSharp.CSharpKernel();
        var result = await other.SendAsync(new SubmitCode(cell));
        Assert.Equal(5, result.Events.OfType<ReturnValueProduced>().Single().Value);
    }

    [Fact]
    public async Task Package_BuildSettingsOfFoldersAbove_DoNotReachIt()
    {
        PackLibrary(_id, "1.0.0", "public static class Alone { }");
        var cache = Directory.CreateDirectory(Path.Combine(_folder.FullName, "cache")).FullName;
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(cache, name), "<Project><Import Project=\"missing.props\" /></Project>");
        }

        Assert.Null(Failure(await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"")));
    }

    [Fact]
    public async Task Package_InALoadedFile_IsInstalledForIt()
    {
        PackLibrary(_id, "1.0.0", "public static class FromFile { public static int Value => 9; }");
        File.WriteAllText(Path.Combine(_folder.FullName, "a.csx"), $"#i \"nuget: feed\"\n#r \"nuget: {_id}, 1.0.0\"\nint nine = FromFile.Value;\nint wrong = missing;");
        var failed = await Run($"#load \"{_folder.FullName}/a.csx\"");
        Assert.Contains("a.csx(4,13): error CS0103", Failure(failed)!.Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, "b.csx"), $"#r \"nuget: {_id}, 1.0.0\"\nint nine = FromFile.Value;");
        await Run($"#load \"{_folder.FullName}/b.csx\"");
        Assert.Equal(9, await Value("nine"));
    }

    [Fact]
    public async Task Package_Unknown_NamesItAndTheSources()
    {
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}.Nowhere\"");
        Assert.Contains($"{_id}.Nowhere", Failure(result)!.Message, StringComparison.Ordinal);
        Assert.Contains(_feed.Folder, Failure(result)!.Message, StringComparison.Ordinal);
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Fact]
    public async Task Package_UnknownVersion_NamesTheNearest()
    {
        PackLibrary(_id, "1.0.0", "public static class Near { }");
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 9.0.0\"");
        Assert.Contains("NU1102", Failure(result)!.Message, StringComparison.Ordinal);
        Assert.Contains("1.0.0", Failure(result)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#i \"nuget: no/such/folder\"", "Line 1")]
    [InlineData("1.ToString();\n#r \"nuget: a b c\"", "Line 2")]
    public async Task Package_DirectiveThatIsWrong_SaysWhere(string code, string expected) =>
        Assert.Contains(expected, Failure(await Run(code))!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Package_DirectiveInAString_IsText() =>
        Assert.Equal("\n#r \"nuget: Nothing\"\n", await Value("@\"\n#r \"\"nuget: Nothing\"\"\n\"".ReplaceLineEndings("\n")));

    [Fact]
    public async Task Package_Interrupted_EndsTheRestore()
    {
        // A source that never answers.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var cell = Run($"#i \"nuget: https://127.0.0.1:{port}/v3/index.json\"\n#r \"nuget: {_id}\"");
        using var client = await listener.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await Kernel.SendAsync(new Cancel());
        var result = await cell.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.IsAssignableFrom<OperationCanceledException>(Failure(result)!.Exception);
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Fact]
    public async Task Package_ThatTheHostHas_IsNotLoadedTwice()
    {
        var name = typeof(System.Reactive.Unit).Assembly.GetName().Name!;
        PackLibrary(_id, "9.0.0", "namespace System.Reactive { public struct Unit { } }", assembly: name);
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 9.0.0\"\ntypeof(System.Reactive.Unit).Assembly");
        Assert.Same(typeof(System.Reactive.Unit).Assembly, result.Events.OfType<ReturnValueProduced>().Single().Value);
        Assert.Contains($"{name} {typeof(System.Reactive.Unit).Assembly.GetName().Version} is part of this kernel", Shown(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_WithAKernelExtension_RunsIt()
    {
        var extension = LibraryFile.Compile(
            Path.Combine(_folder.FullName, "extension"),
            $"{_id}.Extension",
            """
            public sealed class Extension : Microsoft.DotNet.Interactive.IKernelExtension
            {
                public static string Seen;
                public System.Threading.Tasks.Task OnLoadAsync(Microsoft.DotNet.Interactive.Kernel kernel)
                {
                    Seen = kernel.Name;
                    return System.Threading.Tasks.Task.CompletedTask;
                }
            }
            """,
            typeof(Kernel).Assembly.Location,
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Threading.Tasks.dll"));
        _feed.Pack(_id, "1.0.0", [("interactive-extensions/dotnet/Extension.dll", extension)]);
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"");
        Assert.Null(Failure(result));
        Assert.Single(result.Events.OfType<KernelExtensionLoaded>());
        Assert.Equal("csharp", await Value("Extension.Seen"));
    }

    [CompilerFact]
    public async Task Package_WithANativeLibrary_FindsIt()
    {
        var native = NativeLibraryFile.Compile(Path.Combine(_folder.FullName, "native"), _id.ToLowerInvariant(), "int seventeen(void) { return 17; }");
        var managed = LibraryFile.Compile(
            Path.Combine(_folder.FullName, "managed"),
            _id,
            $"public static class Native {{ [System.Runtime.InteropServices.DllImport(\"{_id.ToLowerInvariant()}\")] public static extern int seventeen(); }}",
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.InteropServices.dll"));
        _feed.Pack(_id, "1.0.0", [($"lib/net8.0/{_id}.dll", managed), ($"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native/{Path.GetFileName(native)}", native)]);
        var result = await Run($"#i \"nuget: {_feed.Folder}\"\n#r \"nuget: {_id}, 1.0.0\"\nNative.seventeen()");
        Assert.Null(Failure(result));
        Assert.Equal(17, result.Events.OfType<ReturnValueProduced>().Single().Value);
    }

    [NetworkFact]
    public async Task Package_OfNuGetOrg_IsInstalled()
    {
        var result = await Run("#r \"nuget: Humanizer.Core, 2.*\"\nusing Humanizer;\n\"PaperSharp\".Humanize()");
        Assert.Null(Failure(result));
        Assert.Equal("Paper sharp", result.Events.OfType<ReturnValueProduced>().Single().Value);
    }

    private static string Shown(KernelCommandResult result) =>
        string.Join('\n', result.Events.OfType<DisplayEvent>().SelectMany(e => e.FormattedValues).Select(v => v.Value));

    private string PackLibrary(string id, string version, string code, string? reference = null, string? dependency = null, string? assembly = null)
    {
        var dll = LibraryFile.Compile(Path.Combine(_folder.FullName, "built", id, version), assembly ?? id, code, reference is null ? [] : [reference]);
        _feed.Pack(id, version, [($"lib/net8.0/{assembly ?? id}.dll", dll)], dependency is null ? [] : [dependency]);
        return dll;
    }
}
