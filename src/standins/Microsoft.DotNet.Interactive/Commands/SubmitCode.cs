namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Compiles and runs a cell.</summary>
public class SubmitCode : KernelCommand
{
    public SubmitCode(string code, string? targetKernelName = null)
        : base(targetKernelName) => Code = code ?? throw new ArgumentNullException(nameof(code));

    public string Code { get; }

    public IDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public override string ToString() => $"SubmitCode: {Code.ReplaceLineEndings(" ")}";
}
