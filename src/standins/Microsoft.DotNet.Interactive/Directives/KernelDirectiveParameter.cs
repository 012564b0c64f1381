using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>What may follow a directive's name: <c>--name value</c>, or the value alone where <see cref="AllowImplicitName"/> says so.</summary>
public class KernelDirectiveParameter
{
    private Func<IEnumerable<string>>? _completions;

    public KernelDirectiveParameter(string name, string? description = null)
    {
        Name = name;
        Description = description;
    }

    public string Name { get; }

    public string? Description { get; set; }

    public bool AllowImplicitName { get; set; }

    public bool Required { get; set; }

    /// <summary>Whether the parameter has no value of its own: it is there or not.</summary>
    public bool Flag { get; set; }

    public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> getCompletions)
    {
        _completions = getCompletions;
        return this;
    }

    public Task<IReadOnlyList<CompletionItem>> GetValueCompletionsAsync() =>
        Task.FromResult<IReadOnlyList<CompletionItem>>([.. (_completions?.Invoke() ?? []).Select(text => new CompletionItem(text, "Value"))]);

    public override string ToString() => Name;
}
