namespace PaperSharp.Jupyter.Tests;

/// <summary>Started as a program, the tests are a kernel: `dotnet PaperSharp.Jupyter.Tests.dll --connection-file FILE`.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => KernelHost.RunAsync(args[1]);
}
