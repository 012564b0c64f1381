using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
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
