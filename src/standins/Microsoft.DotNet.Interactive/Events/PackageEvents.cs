using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;

public class PackageAdded : KernelEvent
{
    public PackageAdded(ResolvedPackageReference packageReference, KernelCommand command)
        : base(command) => PackageReference = packageReference;

    public ResolvedPackageReference PackageReference { get; }

    public override string ToString() => $"{nameof(PackageAdded)}: {PackageReference}";
}

public class KernelExtensionLoaded : KernelEvent
{
    public KernelExtensionLoaded(KernelCommand command)
        : base(command)
    {
    }

    public KernelExtensionLoaded(IKernelExtension kernelExtension, KernelCommand command)
        : base(command) => KernelExtension = kernelExtension;

    public IKernelExtension? KernelExtension { get; }
}
