using System.Diagnostics;

namespace PaperSharp.Jupyter.Tests;

/// <summary>A test that needs Jupyter's Python packages, as Debian has them; skipped by name where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    public JupyterFactAttribute()
    {
        if (Missing.Value is { } reason)
        {
            Skip = reason;
        }
    }

    private static string? FindMissing()
    {
        const string Advice = "needs Jupyter's test suite: apt install python3-jupyter-kernel-test jupyter-nbconvert";
        if (!File.Exists(JupyterProcess.Python))
        {
            return Advice;
        }

        using var process = Process.Start(new ProcessStartInfo(JupyterProcess.Python, ["-c", "import jupyter_kernel_test, nbconvert"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : Advice;
    }
}
