namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Pressing stop also ends a cell that is showing something; any other exception is part of what is shown.</summary>
internal static class Interrupts
{
    /// <summary>The token to watch while a value is shown: none in a cell that has been stopped already and ends by itself.</summary>
    public static CancellationToken Token =>
        KernelInvocationContext.Current?.CancellationToken is { IsCancellationRequested: false } token ? token : CancellationToken.None;

    public static bool IsOther(Exception exception) => exception switch
    {
        ThreadInterruptedException or ThreadAbortException => false,
        OperationCanceledException => KernelInvocationContext.Current?.CancellationToken.IsCancellationRequested != true,
        _ => true,
    };
}
