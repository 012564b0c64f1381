using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>A directive line that has been read: its directive and what stands behind the name.</summary>
internal sealed class DirectiveInvocation(KernelDirective directive, string text, string? sourceName) : KernelDirectiveCommand
{
    private static readonly JsonSerializerOptions Loose = new() { PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The file or cell that says the line, where the kernel knows it.</summary>
    public string? SourceName { get; } = sourceName;

    public string? this[string parameter] => _values.GetValueOrDefault(parameter);

    /// <summary>Assigns the words of the line to the directive's parameters.</summary>
    /// <exception cref="InvalidOperationException">One is unknown, lacks its value, or is missing.</exception>
    public void Bind()
    {
        var words = new Queue<string>(Words(text));
        var parameters = directive.Parameters;
        while (words.TryDequeue(out var word))
        {
            var parameter = parameters.FirstOrDefault(p => p.Name == word);
            if (parameter is { Flag: true })
            {
                _values[parameter.Name] = "true";
            }
            else if (parameter is not null)
            {
                _values[parameter.Name] = words.TryDequeue(out var value) ? value : throw new InvalidOperationException($"{directive.Name}: {word} wants a value behind it.");
            }
            else if (!word.StartsWith('-') && parameters.FirstOrDefault(p => p.AllowImplicitName && !_values.ContainsKey(p.Name)) is { } unnamed)
            {
                _values[unnamed.Name] = word;
            }
            else
            {
                var known = parameters.Count == 0 ? "takes no arguments" : $"takes {string.Join(", ", parameters)}";
                throw new InvalidOperationException($"{directive.Name} {known}; '{word}' is none of them.");
            }
        }

        if (parameters.FirstOrDefault(p => p.Required && !_values.ContainsKey(p.Name)) is { } missing)
        {
            throw new InvalidOperationException($"{directive.Name} needs {missing.Name}{(missing.Description is { } description ? $" ({description})" : "")}.");
        }
    }

    /// <summary>The same as a command of the type that an extension has registered; <c>--file-path</c> is its property FilePath.</summary>
    public TCommand To<TCommand>()
        where TCommand : KernelCommand
    {
        var json = new JsonObject();
        foreach (var (name, value) in _values)
        {
            var parameter = directive.Parameters.First(p => p.Name == name);
            json[name.TrimStart('-').Replace("-", "", StringComparison.Ordinal)] = parameter.Flag ? true : value;
        }

        var command = json.Deserialize<TCommand>(Loose)!;
        command.SetParent(Parent);
        return command;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var quote = '\0';
        var isWord = false;
        foreach (var c in text)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
                isWord = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isWord)
                {
                    yield return word.ToString();
                }

                word.Clear();
                isWord = false;
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        if (isWord)
        {
            yield return word.ToString();
        }
    }
}
