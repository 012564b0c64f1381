namespace Microsoft.DotNet.Interactive;

/// <summary>Code of a package, in its folder <c>interactive-extensions/dotnet</c>, that sets up the kernel which references the package.</summary>
public interface IKernelExtension
{
    Task OnLoadAsync(Kernel kernel);
}

public class KernelExtensionLoadException : Exception
{
    public KernelExtensionLoadException(Exception innerException)
        : base(innerException.Message, innerException)
    {
    }
}
