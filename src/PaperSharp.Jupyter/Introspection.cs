using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>Answers a front end's questions about code that has not been run.</summary>
internal sealed class Introspection(KernelExecution execution)
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Whether a console should run the code or wait for another line.</summary>
    public static JsonObject IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CellDirectives.OnlyCSharp(code), Script);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            return new JsonObject { ["status"] = "incomplete", ["indent"] = "    " };
        }

        var isValid = tree.GetDiagnostics().All(d => d.Severity != DiagnosticSeverity.Error);
        return new JsonObject { ["status"] = isValid ? "complete" : "invalid" };
    }

    /// <summary>No completions yet; the answer is valid, so that front ends do not wait.</summary>
    public static JsonObject Complete(string code, int cursor) => new()
    {
        ["status"] = "ok",
        ["matches"] = new JsonArray(),
        ["cursor_start"] = cursor,
        ["cursor_end"] = cursor,
        ["metadata"] = new JsonObject(),
    };

    /// <summary>The value of the variable under the cursor.</summary>
    public async Task<JsonObject> InspectAsync(string code, int cursor)
    {
        var data = new JsonObject();
        var name = IdentifierAt(code, cursor);
        if (name.Length > 0)
        {
            var kernel = await execution.KernelAsync().ConfigureAwait(false);
            var result = await kernel.SendAsync(new RequestValue(name, "text/plain")).ConfigureAwait(false);
            if (result.Events.OfType<ValueProduced>().FirstOrDefault() is { } value)
            {
                data["text/plain"] = $"{name}: {value.FormattedValue.Value}";
            }
        }

        return new JsonObject { ["status"] = "ok", ["found"] = data.Count > 0, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static string IdentifierAt(string code, int cursor)
    {
        var position = IndexOf(code, cursor);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }

        var end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
        {
            end++;
        }

        return code[start..end];
    }

    /// <summary>Jupyter counts code points, C# counts UTF-16 units.</summary>
    private static int IndexOf(string code, int codePoints)
    {
        var index = 0;
        foreach (var rune in code.EnumerateRunes())
        {
            if (codePoints-- <= 0)
            {
                break;
            }

            index += rune.Utf16SequenceLength;
        }

        return index;
    }
}
