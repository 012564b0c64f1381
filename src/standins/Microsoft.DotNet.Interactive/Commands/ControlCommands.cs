namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Stops the running command. It never waits in the queue behind it.</summary>
public class Cancel : KernelCommand
{
    public Cancel(string? targetKernelName = null)
        : base(targetKernelName)
    {
    }

    public override Task InvokeAsync(KernelInvocationContext context)
    {
        context.HandlingKernel?.RootKernel.CancelRunning();
        return Task.CompletedTask;
    }
}

/// <summary>Ends the kernel, as <see cref="KernelExtensions.UseQuitCommand{T}"/> says.</summary>
public class Quit : KernelCommand
{
}

public class RequestKernelInfo : KernelCommand
{
    public RequestKernelInfo(string? targetKernelName = null)
        : base(targetKernelName)
    {
    }

    public RequestKernelInfo(Uri destinationUri) => DestinationUri = destinationUri;
}

/// <summary>Compiles code against the kernel's state and reports what is wrong with it; nothing runs.</summary>
public class RequestDiagnostics : KernelCommand
{
    public RequestDiagnostics(string code, string? targetKernelName = null)
        : base(targetKernelName) => Code = code;

    public string Code { get; }
}

/// <summary>A directive line of a cell, such as <c>#!time</c>.</summary>
public abstract class KernelDirectiveCommand : KernelCommand
{
    public virtual IEnumerable<string> GetValidationErrors(CompositeKernel kernel) => [];
}

/// <summary>Runs a file as part of the running cell, as <c>#!import</c> does.</summary>
public class ImportDocument : KernelCommand
{
    public ImportDocument(string filePath, string? targetKernelName = null)
        : base(targetKernelName) => FilePath = filePath;

    public string FilePath { get; }
}
