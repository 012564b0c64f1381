using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>One of the methods that a call may mean.</summary>
public class SignatureInformation
{
    public SignatureInformation(string label, FormattedValue documentation, IReadOnlyList<ParameterInformation> parameters)
    {
        Label = label;
        Documentation = documentation;
        Parameters = parameters;
    }

    public string Label { get; }

    public FormattedValue Documentation { get; }

    public IReadOnlyList<ParameterInformation> Parameters { get; }
}

public class ParameterInformation
{
    public ParameterInformation(string label, FormattedValue documentation)
    {
        Label = label;
        Documentation = documentation;
    }

    public string Label { get; }

    public FormattedValue Documentation { get; }
}
