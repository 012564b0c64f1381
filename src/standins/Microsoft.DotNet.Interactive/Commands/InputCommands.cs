namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Asks the user for a line of text; the front end that can answer registers a handler for it.</summary>
public class RequestInput : KernelCommand
{
    public RequestInput(string prompt, string? inputTypeHint = null)
    {
        Prompt = prompt;
        InputTypeHint = inputTypeHint ?? "text";
    }

    public string? ParameterName { get; set; }

    public string Prompt { get; }

    public bool IsPassword => InputTypeHint == "password";

    public string? SaveAs { get; set; }

    public string InputTypeHint { get; set; }

    public override Task InvokeAsync(KernelInvocationContext context) =>
        throw new NotSupportedException("The cell asks for input, and nobody can be asked here. Run it in Jupyter or VS Code, or set the value in the cell.");
}
