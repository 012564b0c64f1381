using System.Diagnostics;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Compiles a small C library.</summary>
internal static class NativeLibraryFile
{
    public const string Compiler = "/usr/bin/cc";

    public static string Compile(string folder, string name, string code)
    {
        Directory.CreateDirectory(folder);
        var source = Path.Combine(folder, name + ".c");
        var library = Path.Combine(folder, $"lib{name}.so");
        File.WriteAllText(source, code);
        using var process = Process.Start(Compiler, ["-shared", "-fPIC", "-o", library, source]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return library;
    }
}

/// <summary>A test that compiles C; skipped by name where there is no compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CompilerFactAttribute : FactAttribute
{
    public CompilerFactAttribute()
    {
        if (!File.Exists(NativeLibraryFile.Compiler))
        {
            Skip = "needs a C compiler: apt install gcc";
        }
    }
}
