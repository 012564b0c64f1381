using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Jupyter;

/// <summary>Answers a front end's questions about code that has not been run.</summary>
internal sealed class Introspection(KernelExecution execution)
{
    private const string DefinitionMimeType = "text/x-csharp";

    /// <summary>Whether a console should run the code or wait for another line.</summary>
    public static JsonObject IsComplete(string code) => CodeCompleteness.Reply(code);

    /// <summary>The names that may stand at the cursor, the likeliest first, with their kinds and parameters.</summary>
    public async Task<JsonObject> CompleteAsync(string code, int cursor)
    {
        var index = CursorText.ToIndex(code, cursor);
        var kernel = await execution.KernelAsync().ConfigureAwait(false);
        var result = await kernel.SendAsync(new RequestCompletions(code, CursorText.ToPosition(code, index))).ConfigureAwait(false);
        var produced = result.Events.OfType<CompletionsProduced>().FirstOrDefault();
        var start = CursorText.ToCodePoints(code, produced?.LinePositionSpan is { } span ? CursorText.ToIndex(code, span.Start) : index);
        var items = produced?.Completions.ToList() ?? [];
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. items.Select(item => (JsonNode?)item.InsertText)]),
            ["cursor_start"] = start,
            ["cursor_end"] = cursor,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. items.Select(item => (JsonNode?)new JsonObject
                {
                    ["start"] = start,
                    ["end"] = cursor,
                    ["text"] = item.InsertText,
                    ["type"] = KindOf(item),
                    ["signature"] = item.Documentation?.Split('\n')[0] ?? "",
                })]),
            },
        };
    }

    /// <summary>
    /// The declaration and documentation of the symbol under the cursor and, for a variable, its value; among a call's
    /// arguments the overloads of the method. Detail level 1 adds the code of a cell that declares the symbol.
    /// </summary>
    public async Task<JsonObject> InspectAsync(string code, int cursor, int detailLevel = 0)
    {
        var index = CursorText.ToIndex(code, cursor);
        var position = CursorText.ToPosition(code, index);
        var kernel = await execution.KernelAsync().ConfigureAwait(false);
        var hover = await kernel.SendAsync(new RequestHoverText(code, position)).ConfigureAwait(false);
        var contents = hover.Events.OfType<HoverTextProduced>().SelectMany(h => h.Content).ToLookup(c => c.MimeType, c => c.Value);
        var data = new JsonObject();
        foreach (var content in contents.Where(c => c.Key is "text/plain" or "text/markdown" or "text/html"))
        {
            data[content.Key] = string.Join("\n\n", content);
        }

        // The real packages describe symbols in Markdown alone.
        if (data.Count > 0 && !data.ContainsKey("text/plain"))
        {
            data["text/plain"] = (string?)data["text/markdown"] ?? "";
        }

        if (data.Count == 0)
        {
            var help = await kernel.SendAsync(new RequestSignatureHelp(code, position)).ConfigureAwait(false);
            if (help.Events.OfType<SignatureHelpProduced>().FirstOrDefault() is { Signatures.Count: > 0 } call)
            {
                InspectionText.AddOverloads(data, call);
            }
        }

        var name = CursorText.IdentifierAt(code, index);
        if (name.Length > 0 && !IsMember(code, index))
        {
            var value = await kernel.SendAsync(new RequestValue(name, "text/plain")).ConfigureAwait(false);
            foreach (var produced in value.Events.OfType<ValueProduced>())
            {
                InspectionText.AddSection(data, "Value", produced.FormattedValue.Value);
            }
        }

        if (detailLevel > 0 && contents[DefinitionMimeType].FirstOrDefault() is { } definition)
        {
            InspectionText.AddSection(data, "Definition", definition);
        }

        return new JsonObject { ["status"] = "ok", ["found"] = data.Count > 0, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    /// <summary>Whether the name stands behind a dot, so that a variable of the same name is another thing.</summary>
    private static bool IsMember(string code, int index)
    {
        var start = index;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
        {
            start--;
        }

        return start > 0 && code[start - 1] == '.';
    }

    /// <summary>The words that front ends have icons for.</summary>
    private static string KindOf(CompletionItem item) => item.Kind switch
    {
        "Method" or "ExtensionMethod" => "function",
        "Local" or "Parameter" or "RangeVariable" => "instance",
        "Namespace" or "Module" => "module",
        "Struct" or "Delegate" or "NamedType" => "class",
        "Folder" or "File" => "path",
        "Directive" => "magic",
        "EnumMember" or "Constant" => "constant",
        var other => other.ToLowerInvariant(),
    };
}
