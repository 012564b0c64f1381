using System.Runtime;

namespace PaperSharp.Jupyter;

/// <summary>
/// The methods that the start of a kernel needs compiled, most of them generic methods of the C# compiler. They are
/// noted beside the program when a kernel starts, and the next start compiles them on a second core, ahead of their
/// use: the first cell waits half as long. Where the program's folder cannot be written there is no such file, and
/// nothing else changes.
/// </summary>
internal static class StartProfile
{
    private const string FileName = "kernel.start";

    private static int s_ended;

    public static void Begin()
    {
        ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
        ProfileOptimization.StartProfile(FileName);
    }

    /// <summary>Writes down what was compiled since the start; only the first call counts.</summary>
    public static void End()
    {
        if (Interlocked.Exchange(ref s_ended, 1) == 0)
        {
            ProfileOptimization.StartProfile(null);
        }
    }
}
