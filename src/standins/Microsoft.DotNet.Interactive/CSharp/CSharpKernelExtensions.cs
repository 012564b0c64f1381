namespace Microsoft.DotNet.Interactive.CSharp;

public static class CSharpKernelExtensions
{
    /// <summary>Makes <c>display</c>, <c>HTML</c> and their like callable by name alone.</summary>
    public static CSharpKernel UseKernelHelpers(this CSharpKernel kernel)
    {
        kernel.AddImport("Microsoft.DotNet.Interactive.Kernel");
        return kernel;
    }
}
