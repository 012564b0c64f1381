using System.Text.Json.Nodes;

namespace PaperSharp.Cli.Tests.Authoring;

/// <summary>Notebooks made of everything that could be mistaken for something else.</summary>
internal static class RandomNotebook
{
    private static readonly string[] Pieces =
    [
        "\n", "\n", "\n", "\n\n", "```", "````", "```csharp\n", "~~~", "<!-- text x -->", "<!-- code -->", "<!-- \\code a -->", "<!-- \\\\text -->",
        "<!-- more id0 {} -->", "<!-- notebook -->", "<!-- text-->", "<!--", "-->", "---", "$$x$$", "# heading", "var x = \"<b>\";", " ", "\t", "\r\n", "\\", "é 😀 ≤ ∂",
        "#!html\n", "{\"a\": 1}", "| a | b |",
    ];

    public static JsonObject Make(int seed)
    {
        var random = new Random(seed);
        var cells = Enumerable.Range(0, random.Next(0, 8)).Select(i => Cell(random, $"id{i}")).ToArray();
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = Metadata(random),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
    }

    private static JsonObject Cell(Random random, string id)
    {
        var type = new[] { "code", "markdown", "raw" }[random.Next(3)];
        var source = Text(random, 12);
        var cell = new JsonObject { ["cell_type"] = type, ["id"] = id, ["metadata"] = Metadata(random), ["source"] = random.Next(2) == 0 ? source : Lines(source) };
        if (type == "code")
        {
            cell["execution_count"] = random.Next(2) == 0 ? null : random.Next(1, 100);
            cell["outputs"] = random.Next(2) == 0 ? [] : new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Text(random, 3) });
        }
        else if (random.Next(3) == 0)
        {
            cell["attachments"] = new JsonObject { [$"{Text(random, 2)}.png"] = new JsonObject { ["image/png"] = "AAAA" } };
        }

        return cell;
    }

    private static JsonObject Metadata(Random random) => random.Next(3) switch
    {
        0 => [],
        1 => new JsonObject { ["tags"] = new JsonArray("model"), ["editable"] = random.Next(2) == 0 },
        _ => new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "html" }, [Text(random, 2)] = Text(random, 4), ["number"] = 1.5 },
    };

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static JsonArray Lines(string text)
    {
        var lines = text.Split('\n').Select((line, i) => i < text.Count(c => c == '\n') ? line + "\n" : line).Where(line => line.Length > 0);
        return new JsonArray([.. lines.Select(line => (JsonNode)line)]);
    }
}
