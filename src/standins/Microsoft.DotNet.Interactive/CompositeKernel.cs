using System.Collections;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;

namespace Microsoft.DotNet.Interactive;

/// <summary>Several kernels behind one queue; a line such as <c>#!html</c> switches between them.</summary>
public class CompositeKernel : Kernel, IEnumerable<Kernel>
{
    private readonly List<Kernel> _children = [];

    public CompositeKernel(string? name = null)
        : base(name ?? ".NET") => KernelInfo.IsComposite = true;

    public string? DefaultKernelName { get; set; }

    public KernelCollection ChildKernels => new(this);

    internal IReadOnlyList<Kernel> Children => _children;

    public void Add(Kernel kernel, IEnumerable<string>? aliases = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (kernel.ParentKernel is not null)
        {
            throw new InvalidOperationException($"Kernel {kernel.Name} already belongs to {kernel.ParentKernel.Name}.");
        }

        kernel.ParentKernel = this;
        kernel.KernelInfo.Aliases = [.. kernel.KernelInfo.Aliases, .. aliases ?? []];
        _children.Add(kernel);
        KernelInfo.SupportedDirectives.Add(new KernelSpecifierDirective($"#!{kernel.Name}", kernel.Name));
        RegisterForDisposal(kernel);
        DefaultKernelName ??= kernel.Name;
    }

    public IEnumerator<Kernel> GetEnumerator() => _children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override Kernel ChooseKernel(KernelCommand command)
    {
        if (command is Cancel or Quit || SupportsCommandType(command.GetType()))
        {
            return this;
        }

        var name = command.TargetKernelName ?? DefaultKernelName;
        return name is not null && ChildKernels.TryGetByAlias(name, out var child) ? child! : throw new NoSuitableKernelException(command);
    }
}

public class KernelCollection : IReadOnlyCollection<Kernel>
{
    private readonly CompositeKernel _owner;

    public KernelCollection(CompositeKernel compositeKernel) => _owner = compositeKernel;

    public int Count => _owner.Children.Count;

    public bool TryGetByAlias(string alias, out Kernel? kernel)
    {
        kernel = _owner.Children.FirstOrDefault(k => k.Name == alias || k.KernelInfo.Aliases.Contains(alias));
        return kernel is not null;
    }

    public IEnumerator<Kernel> GetEnumerator() => _owner.Children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
