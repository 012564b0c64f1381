namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formula that the front end sets.</summary>
public class LaTeXString
{
    private readonly string _latexCode;

    public LaTeXString(string latexCode) => _latexCode = latexCode ?? throw new ArgumentNullException(nameof(latexCode));

    public static implicit operator LaTeXString(string source) => new(source);

    public override string ToString() => _latexCode;
}
