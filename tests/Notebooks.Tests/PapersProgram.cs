using System.Diagnostics;

namespace Notebooks.Tests;

/// <summary>The built program, started as a user starts it.</summary>
internal static class PapersProgram
{
    public static (int ExitCode, string Output) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public static Process Start(params string[] arguments)
    {
        var path = Path.Combine(Notebooks.Root, "artifacts", "papers", OperatingSystem.IsWindows() ? "PaperSharp.Cli.exe" : "PaperSharp.Cli");
        Assert.True(File.Exists(path), $"{path} is missing: start ./papers once, which builds it.");
        return Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
