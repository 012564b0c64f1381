using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PaperSharp.Jupyter.Tests.Browser;

/// <summary>
/// Debian's classic Notebook on a free port of this machine, in a folder of its own, with the built program's kernel
/// registered for it alone.
/// </summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly string _token;

    private NotebookServer(DirectoryInfo folder, Process process, Uri address, string token) =>
        (_folder, _process, Address, _token) = (folder, process, address, token);

    public static string Root { get; } = FindRoot();

    public static string Program { get; } = Path.Combine(Root, "artifacts", "papers", "PaperSharp.Cli");

    private Uri Address { get; }

    public static async Task<NotebookServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("notebook-server");
        var (port, token) = (FreePort(), Guid.NewGuid().ToString("N"));
        using (var install = Start(folder, Program, ["kernel", "install"]))
        {
            await install.WaitForExitAsync();
            Assert.Equal(0, install.ExitCode);
        }

        var process = Start(folder, BrowserFactAttribute.Notebook,
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0",
            $"--NotebookApp.token={token}", $"--notebook-dir={folder.CreateSubdirectory("notebooks").FullName}",
        ]);
        var server = new NotebookServer(folder, process, new Uri($"http://127.0.0.1:{port}/"), token);
        await server.WaitUntilItAnswersAsync();
        return server;
    }

    /// <summary>Puts a notebook into the server's folder.</summary>
    /// <returns>The address at which the front end opens it.</returns>
    public Uri Add(string name, params string[] cells)
    {
        var notebook = new NotebookDocument();
        for (var i = 0; i < cells.Length; i++)
        {
            notebook.Cells.Add(new NotebookCell(CellType.Code, $"cell-{i}", cells[i]));
        }

        notebook.Save(Path.Combine(_folder.FullName, "notebooks", name + ".ipynb"));
        return new Uri(Address, $"notebooks/{name}.ipynb?token={_token}");
    }

    public async ValueTask DisposeAsync()
    {
        // Asked to end, the server ends its kernels too.
        if (!_process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, $"api/kernelspecs?token={_token}"));
                Assert.Contains(KernelSpec.Name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < Limit && !_process.HasExited)
            {
                // Not listening yet.
            }
        }
    }

    private static Process Start(DirectoryInfo folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, below) in new[] { ("JUPYTER_DATA_DIR", "data"), ("JUPYTER_CONFIG_DIR", "config"), ("JUPYTER_RUNTIME_DIR", "runtime"), ("IPYTHONDIR", "ipython") })
        {
            start.Environment[name] = folder.CreateSubdirectory(below).FullName;
        }

        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaperSharp.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not stand in a PaperSharp folder.");
        }

        return folder.FullName;
    }
}
