namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>A line of a cell that starts with <c>#!</c> and speaks to the kernel, not to the compiler.</summary>
public abstract class KernelDirective
{
    protected KernelDirective(string name) => Name = name;

    public string Name { get; set; }

    public string? Description { get; set; }

    public bool Hidden { get; set; }

    public ICollection<KernelDirectiveParameter> Parameters { get; set; } = [];

    public override string ToString() => Name;
}

/// <summary>A directive that does something, such as <c>#!time</c>.</summary>
public class KernelActionDirective : KernelDirective
{
    public KernelActionDirective(string name, string? description = null)
        : base(name) => Description = description;

    public Type? KernelCommandType { get; set; }
}

/// <summary>A directive that sends the lines below it to another kernel, such as <c>#!html</c>.</summary>
public class KernelSpecifierDirective : KernelDirective
{
    public KernelSpecifierDirective(string name, string kernelName)
        : base(name) => KernelName = kernelName;

    public string KernelName { get; }
}
