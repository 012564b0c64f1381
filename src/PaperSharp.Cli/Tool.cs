using System.ComponentModel;
using System.Diagnostics;

namespace PaperSharp.Cli;

/// <summary>Another program on this machine.</summary>
internal static class Tool
{
    /// <summary>The full path of the first of these programs that PATH has, or null.</summary>
    public static string? Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program that shares this terminal.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="PapersException">It cannot be started.</exception>
    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken cancellation = default, params (string Name, string Value)[] environment)
    {
        using var process = Start(program, arguments, workingDirectory, capture: false, environment);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // The terminal has sent Ctrl-C to the child too; what does not stop by itself is ended.
            if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                process.Kill(entireProcessTree: true);
            }

            throw;
        }

        return process.ExitCode;
    }

    /// <summary>The first line that a program prints, or null when it cannot be started or fails.</summary>
    public static string? FirstLine(string program, params string[] arguments)
    {
        try
        {
            using var process = Start(program, arguments, Directory.GetCurrentDirectory(), capture: true);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (PapersException)
        {
            return null;
        }
    }

    /// <summary>Runs a program that is given its input and whose output is caught.</summary>
    /// <exception cref="PapersException">It cannot be started.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> CaptureAsync(string program, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and its words tell why.
        }

        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(string program, IEnumerable<string> arguments, string workingDirectory, bool capture, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Start(start);
        if (capture)
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
        }

        return process;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new PapersException($"cannot start '{start.FileName}': {error.Message}");
        }
    }
}
