using System.Text.Json.Serialization;

namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Something a kernel is asked to do. Child commands share the token of their root.</summary>
public abstract class KernelCommand : IEquatable<KernelCommand>
{
    private string? _token;

    protected KernelCommand(string? targetKernelName = null) => TargetKernelName = targetKernelName;

    [JsonIgnore]
    public KernelCommandInvocation? Handler { get; set; }

    [JsonIgnore]
    public KernelCommand? Parent { get; private set; }

    public string? TargetKernelName { get; internal set; }

    public Uri? OriginUri { get; set; }

    public Uri? DestinationUri { get; set; }

    public void SetParent(KernelCommand? parent, bool bubbleEvents = false) => Parent = parent;

    public void SetToken(string token) => _token = token;

    public string GetOrCreateToken() => Parent?.GetOrCreateToken() ?? (_token ??= Guid.NewGuid().ToString("N"));

    public virtual Task InvokeAsync(KernelInvocationContext context) =>
        Handler is null ? throw new NoSuitableKernelException(this) : Handler(this, context);

    public bool Equals(KernelCommand? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    internal KernelCommand Root => Parent?.Root ?? this;
}
