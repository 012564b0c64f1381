using System.Diagnostics;

namespace PaperSharp.Jupyter.Tests;

/// <summary>Runs Jupyter's own programs with the kernel installed in a folder of its own.</summary>
internal sealed class JupyterProcess : IDisposable
{
    public const string Python = "/usr/bin/python3";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public JupyterProcess()
    {
        var kernel = Path.ChangeExtension(typeof(JupyterProcess).Assembly.Location, ".dll");
        KernelSpec.Install([Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet", kernel], Folder.FullName);
    }

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("jupyter");

    public void Dispose() => Folder.Delete(recursive: true);

    /// <summary>Runs Python and returns its exit code and everything it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Python, arguments)
        {
            WorkingDirectory = Folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(Folder.FullName, "share", "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder.FullName, "runtime");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        using var cancellation = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(cancellation.Token);
        var error = process.StandardError.ReadToEndAsync(cancellation.Token);
        try
        {
            await process.WaitForExitAsync(cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end within {Limit}.");
        }

        return (process.ExitCode, await output + await error);
    }
}
