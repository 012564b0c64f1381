using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>The Jupyter kernel: speaks the wire protocol with the front end that a connection file names.</summary>
public static class KernelHost
{
    /// <summary>
    /// Serves until the front end asks for a shutdown, its process is gone, or <paramref name="cancellationToken"/> is
    /// cancelled. SIGINT interrupts the running cell and does not end the process.
    /// </summary>
    /// <returns>The exit code of the process: 0, or 1 when the connection file or the sockets cannot be used, which is then said on standard error.</returns>
    public static async Task<int> RunAsync(string connectionFile, CancellationToken cancellationToken = default)
    {
        StartProfile.Begin();
        KernelSession session;
        try
        {
            session = new KernelSession(ConnectionFile.Load(connectionFile));
        }
        catch (Exception exception) when (exception is InvalidDataException or DllNotFoundException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }

        Console.SetIn(new ConsoleInput());
        using (session)
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            session.Interrupt();
        }))
        {
            session.Start();
            await Task.WhenAny(session.Completion, EndOfFrontEndAsync(), Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>
    /// Does what a start and its first cell do, without a front end, so that the next start finds its methods known.
    /// </summary>
    public static async Task PrepareAsync()
    {
        StartProfile.Begin();
        var codec = new MessageCodec("key"u8.ToArray());
        void Publish(string type, JsonObject content, JupyterMessage? parent) => codec.Encode(type, content, parent?.Header, []);
        using var execution = new KernelExecution(Publish, new InputRequests((content, parent) => Publish("input_request", content, parent)));
        execution.Start();
        var frames = codec.Encode("execute_request", new JsonObject { ["code"] = "1 + 1" }, null, []);
        var request = codec.Decode(frames, out _)!;
        execution.Announce(request);
        Publish("execute_reply", await execution.ExecuteAsync(request).ConfigureAwait(false), request);
    }

    /// <summary>Ends when the process that started the kernel does, if it says which one that is, as Jupyter does.</summary>
    private static async Task EndOfFrontEndAsync()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            try
            {
                using var frontEnd = Process.GetProcessById(id);
                await frontEnd.WaitForExitAsync().ConfigureAwait(false);
                return;
            }
            catch (ArgumentException)
            {
                // Started through something that hides the process, such as a container: nothing to watch.
            }
        }

        await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
    }
}
