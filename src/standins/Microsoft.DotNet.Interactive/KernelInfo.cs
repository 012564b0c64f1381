using Microsoft.DotNet.Interactive.Directives;

namespace Microsoft.DotNet.Interactive;

public class KernelInfo
{
    public KernelInfo(string localName, string[]? aliases = null, bool isProxy = false, bool isComposite = false, string? description = null)
    {
        LocalName = localName;
        Aliases = aliases ?? [];
        IsProxy = isProxy;
        IsComposite = isComposite;
        Description = description;
        DisplayName = localName;
    }

    public string[] Aliases { get; set; }

    public string? LanguageName { get; set; }

    public string? LanguageVersion { get; set; }

    public bool IsComposite { get; set; }

    public bool IsProxy { get; set; }

    public string DisplayName { get; set; }

    public string LocalName { get; }

    public string? Description { get; set; }

    public ICollection<KernelDirective> SupportedDirectives { get; set; } = [];

    public override string ToString() => LocalName;
}
