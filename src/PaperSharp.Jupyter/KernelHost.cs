using System.Runtime.InteropServices;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>The Jupyter kernel: speaks the wire protocol with the front end that a connection file names.</summary>
public static class KernelHost
{
    /// <summary>
    /// Serves until the front end asks for a shutdown or <paramref name="cancellationToken"/> is cancelled. SIGINT
    /// interrupts the running cell and does not end the process.
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

        using (session)
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            session.Interrupt();
        }))
        {
            session.Start();
            await session.Completion.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return 0;
    }
}
