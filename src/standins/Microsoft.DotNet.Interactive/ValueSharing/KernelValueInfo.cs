using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.ValueSharing;

public class KernelValueInfo
{
    public KernelValueInfo(string name, FormattedValue formattedValue, Type? type = null, string? typeName = null)
    {
        Name = name;
        FormattedValue = formattedValue;
        Type = type;
        TypeName = typeName ?? type?.ToString() ?? "";
    }

    public string TypeName { get; set; }

    public string Name { get; }

    public FormattedValue FormattedValue { get; }

    public IReadOnlyCollection<string> PreferredMimeTypes { get; set; } = [];

    public Type? Type { get; }
}
