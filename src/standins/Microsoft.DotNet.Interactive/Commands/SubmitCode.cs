namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Compiles and runs a cell.</summary>
public class SubmitCode : KernelCommand
{
    public SubmitCode(string code, string? targetKernelName = null)
        : base(targetKernelName) => Code = code ?? throw new ArgumentNullException(nameof(code));

    public string Code { get; }

    public IDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    /// <summary>What messages call the code where it is no cell of the front end; a rooted path is what <c>#load</c> and <c>#r</c> in it are relative to.</summary>
    internal string? SourceName { get; init; }

    public override string ToString() => $"SubmitCode: {Code.ReplaceLineEndings(" ")}";
}
