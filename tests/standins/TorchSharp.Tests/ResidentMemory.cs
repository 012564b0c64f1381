using System.Diagnostics;

namespace TorchSharp.Tests;

/// <summary>Tells a leak, which grows all the time, from a heap that once took another page.</summary>
internal static class ResidentMemory
{
    /// <summary>The least growth in bytes over five runs.</summary>
    public static long SmallestGrowth(Action run)
    {
        var smallest = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = Now();
            run();
            smallest = Math.Min(smallest, Now() - before);
        }

        return smallest;
    }

    private static long Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
