namespace TorchSharp.Interop;

/// <summary>
/// Tells the garbage collector about tensors' memory, in large steps and by the live total only: told of every
/// temporary it would collect all the time, told of nothing it would never collect.
/// </summary>
internal static class NativeMemory
{
    /// <summary>Smaller tensors are not counted.</summary>
    internal const long Threshold = 1 << 20;

    private const long Step = 64 << 20;
    private static readonly object s_lock = new();
    private static long s_live;
    private static long s_told;

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref s_live, bytes) > Interlocked.Read(ref s_told) + Step) Tell();
    }

    internal static void Remove(long bytes)
    {
        if (Interlocked.Add(ref s_live, -bytes) < Interlocked.Read(ref s_told) - (2 * Step)) Tell();
    }

    private static void Tell()
    {
        lock (s_lock)
        {
            var change = (Interlocked.Read(ref s_live) - s_told) / Step * Step;
            Interlocked.Add(ref s_told, change);
            if (change > 0) GC.AddMemoryPressure(change);
            else if (change < 0) GC.RemoveMemoryPressure(-change);
        }
    }
}
