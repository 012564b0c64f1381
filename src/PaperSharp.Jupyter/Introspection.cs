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

    /// <summary>The names that may stand at the cursor.</summary>
    public async Task<JsonObject> CompleteAsync(string code, int cursor)
    {
        var index = CursorText.ToIndex(code, cursor);
        var kernel = await execution.KernelAsync().ConfigureAwait(false);
        var request = new RequestCompletions(CellDirectives.OnlyCSharp(code), CursorText.ToPosition(code, index));
        var result = await kernel.SendAsync(request).ConfigureAwait(false);
        var produced = result.Events.OfType<CompletionsProduced>().FirstOrDefault();
        var start = produced?.LinePositionSpan is { } span ? CursorText.ToIndex(code, span.Start) : index;
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. (produced?.Completions ?? []).Select(item => (JsonNode?)item.InsertText)]),
            ["cursor_start"] = CursorText.ToCodePoints(code, start),
            ["cursor_end"] = cursor,
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>The signature of the symbol under the cursor and, for a variable, its value.</summary>
    public async Task<JsonObject> InspectAsync(string code, int cursor)
    {
        var index = CursorText.ToIndex(code, cursor);
        var kernel = await execution.KernelAsync().ConfigureAwait(false);
        var hover = await kernel.SendAsync(new RequestHoverText(CellDirectives.OnlyCSharp(code), CursorText.ToPosition(code, index))).ConfigureAwait(false);
        var parts = hover.Events.OfType<HoverTextProduced>().SelectMany(h => h.Content).Select(content => content.Value).ToList();

        var name = CursorText.IdentifierAt(code, index);
        if (name.Length > 0)
        {
            var value = await kernel.SendAsync(new RequestValue(name, "text/plain")).ConfigureAwait(false);
            parts.AddRange(value.Events.OfType<ValueProduced>().Select(v => v.FormattedValue.Value));
        }

        var data = new JsonObject();
        if (parts.Count > 0)
        {
            data["text/plain"] = string.Join("\n\n", parts);
        }

        return new JsonObject { ["status"] = "ok", ["found"] = parts.Count > 0, ["data"] = data, ["metadata"] = new JsonObject() };
    }
}
