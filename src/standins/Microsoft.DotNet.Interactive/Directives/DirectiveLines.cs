using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>
/// Answers questions about a cell with <c>#!</c> lines: on such a line itself, else by the kernel to which the line
/// belongs, which sees only what is its own.
/// </summary>
internal static class DirectiveLines
{
    public static (string Name, string Arguments) Split(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (line, "") : (line[..end], line[end..].Trim());
    }

    public static async Task AnswerAsync(Kernel kernel, LanguageServiceCommand question, KernelInvocationContext context)
    {
        var lines = question.Code.ReplaceLineEndings("\n").Split('\n');
        var owners = Owners(kernel, kernel.ChooseKernel(question), lines);

        var at = Math.Clamp(question.LinePosition.Line, 0, lines.Length - 1);
        if (owners[at] is { } owner)
        {
            context.HandlingKernel = owner;
            if (owner.SupportsCommandType(question.GetType()))
            {
                question.Code = Of(owner, lines, owners);
                await owner.HandleAsync(question, context);
            }

            return;
        }

        var line = lines[at];
        var known = kernel.AllDirectives().ToList();
        if (question is RequestCompletions completions)
        {
            var cursor = Math.Clamp(question.LinePosition.Character, 0, line.Length);
            await CompleteAsync(line[..cursor], known, completions, context);
        }
        else if (question is RequestHoverText hover && known.FirstOrDefault(d => d.Name == Split(line).Name) is { } directive)
        {
            var usage = string.Join(' ', directive.Parameters.Select(p => p.Flag ? $"[{p.Name}]" : p.AllowImplicitName ? $"<{p.Name.TrimStart('-')}>" : $"{p.Name} <value>").Prepend(directive.Name));
            var text = directive.Description is { } description ? $"{usage}\n{description}" : usage;
            context.Publish(new HoverTextProduced(hover, [new FormattedValue(PlainTextFormatter.MimeType, text)]));
        }
    }

    /// <summary>Lets each kernel check what is its own.</summary>
    public static async Task CheckAsync(Kernel kernel, RequestDiagnostics check, KernelInvocationContext context)
    {
        var lines = check.Code.ReplaceLineEndings("\n").Split('\n');
        var owners = Owners(kernel, kernel.ChooseKernel(check), lines);
        foreach (var owner in owners.OfType<Kernel>().Distinct().Where(k => k.SupportsCommandType(typeof(RequestDiagnostics))))
        {
            var part = new RequestDiagnostics(Of(owner, lines, owners), owner.Name);
            part.SetParent(check);
            context.HandlingKernel = owner;
            await owner.HandleAsync(part, context);
        }
    }

    /// <summary>The kernel that each line is for; none for a directive.</summary>
    private static Kernel?[] Owners(Kernel kernel, Kernel first, string[] lines)
    {
        var owners = new Kernel?[lines.Length];
        var target = first;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("#!", StringComparison.Ordinal))
            {
                owners[i] = target;
            }
            else if (kernel.FindKernelByDirective(Split(lines[i]).Name) is { } next)
            {
                target = next;
            }
        }

        return owners;
    }

    private static string Of(Kernel owner, string[] lines, Kernel?[] owners) =>
        string.Join('\n', lines.Select((line, i) => owners[i] == owner ? line : ""));

    private static async Task CompleteAsync(string typed, List<KernelDirective> known, RequestCompletions command, KernelInvocationContext context)
    {
        var (name, arguments) = Split(typed);
        IEnumerable<CompletionItem> items;
        int start;
        if (name.Length == typed.Length)
        {
            start = 0;
            items = known.Where(d => !d.Hidden && d.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).DistinctBy(d => d.Name).OrderBy(d => d.Name, StringComparer.Ordinal)
                .Select(d => new CompletionItem(d.Name, "Directive", documentation: d.Description));
        }
        else
        {
            start = typed.LastIndexOfAny([' ', '\t', '"']) + 1;
            var word = typed[start..];
            var directive = known.FirstOrDefault(d => d.Name == name);
            if (directive is null)
            {
                return;
            }

            if (directive.Name == "#!import")
            {
                var (paths, from) = PathCompletion.Complete(arguments.TrimStart('"'), [".ipynb", ".dib", ".csx", ".cs"]);
                start = typed.Length - arguments.TrimStart('"').Length + from;
                items = paths;
            }
            else
            {
                var values = new List<CompletionItem>();
                foreach (var parameter in directive.Parameters)
                {
                    values.Add(new CompletionItem(parameter.Name, "Parameter", documentation: parameter.Description));
                    values.AddRange(await parameter.GetValueCompletionsAsync());
                }

                items = values.Where(item => item.InsertText.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            }
        }

        var line = command.LinePosition.Line;
        context.Publish(new CompletionsProduced([.. items], command, new LinePositionSpan(new LinePosition(line, start), new LinePosition(line, typed.Length))));
    }
}
