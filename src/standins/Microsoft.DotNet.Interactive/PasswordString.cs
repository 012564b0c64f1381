namespace Microsoft.DotNet.Interactive;

/// <summary>A text that does not show itself when it is displayed or logged.</summary>
public class PasswordString
{
    private readonly string _clearText;

    public PasswordString(string clearTextPassword) => _clearText = clearTextPassword;

    public string GetClearTextPassword() => _clearText;

    public override string ToString() => new('*', _clearText.Length);
}
