using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace PaperSharp.Plotting.Browser;

/// <summary>
/// A browser without a window, and the two pipes of the DevTools protocol. Nothing listens on a port, so that nobody else
/// on the machine can talk to it; and it ends by itself when this process does, since its pipe is closed then.
/// </summary>
internal sealed class BrowserProcess : IDisposable
{
    private const string ProfilePrefix = "papersharp-browser-";
    private readonly Process _process;
    private readonly string _profile;

    private BrowserProcess(Process process, string profile, Stream toBrowser, Stream fromBrowser) =>
        (_process, _profile, ToBrowser, FromBrowser) = (process, profile, toBrowser, fromBrowser);

    public Stream ToBrowser { get; }

    public Stream FromBrowser { get; }

    /// <exception cref="BrowserException">It could not be started.</exception>
    public static BrowserProcess Start(string program)
    {
        RemoveLeftovers();
        var profile = Directory.CreateTempSubdirectory($"{ProfilePrefix}{Environment.ProcessId}-").FullName;
        List<string> arguments =
        [
            "--headless", $"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--mute-audio",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-gpu",
            // Scenes are drawn by the processor, and nothing is ever fetched.
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND",
        ];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium refuses to sandbox root; what it draws here is this process's own.
            arguments.Add("--no-sandbox");
        }

        try
        {
            return OperatingSystem.IsWindows() ? StartOnWindows(program, profile, arguments) : StartOnUnix(program, profile, arguments);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            throw new BrowserException($"{program} could not be started: {error.Message}", error);
        }
    }

    public void Dispose()
    {
        try
        {
            // It ends when its pipe does, and then takes its own processes with it.
            ToBrowser.Dispose();
            if (!_process.WaitForExit(3000))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit(1000);
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has just ended by itself.
        }

        FromBrowser.Dispose();
        _process.Dispose();
        for (var i = 0; i < 20 && !Remove(_profile); i++)
        {
            Thread.Sleep(50);
        }
    }

    // The protocol is spoken on descriptors 3 and 4, which a shell makes out of standard input and output.
    private static BrowserProcess StartOnUnix(string program, string profile, List<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1", program, "--remote-debugging-pipe", .. arguments, "about:blank"])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        return new BrowserProcess(process, profile, process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    // There it is told the two handles, which it inherits.
    private static BrowserProcess StartOnWindows(string program, string profile, List<string> arguments)
    {
        var toBrowser = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var fromBrowser = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var argument in (string[])
            ["--remote-debugging-pipe", $"--remote-debugging-io-pipes={toBrowser.GetClientHandleAsString()},{fromBrowser.GetClientHandleAsString()}", .. arguments, "about:blank"])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        toBrowser.DisposeLocalCopyOfClientHandle();
        fromBrowser.DisposeLocalCopyOfClientHandle();
        return new BrowserProcess(process, profile, toBrowser, fromBrowser);
    }

    // A process that was killed could not remove its browser's profile.
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), ProfilePrefix + "*"))
        {
            var owner = Path.GetFileName(folder)[ProfilePrefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !IsRunning(id))
            {
                Remove(folder);
            }
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The browser's last process may still write into it; the next start removes what is left.
            return !Directory.Exists(folder);
        }
    }
}
