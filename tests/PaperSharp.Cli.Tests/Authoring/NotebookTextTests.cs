using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using PaperSharp.Cli.Authoring;

namespace PaperSharp.Cli.Tests.Authoring;

public sealed class NotebookTextTests
{
    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(Repository.Find().Notebooks, "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [Fact]
    public void Read_WhatWasWrittenOfRandomNotebooks_IsTheNotebookWithoutOutputs()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var notebook = RandomNotebook.Make(seed);

            var text = TextFromNotebook.Write(notebook, "random.ipynb");
            var back = NotebookFromText.Read(text, "random.md");

            Assert.True(JsonNode.DeepEquals(Plain(notebook), Plain(back)), $"seed {seed}:\n{text}");
        }
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Read_WhatWasWrittenOfTheRepositorysNotebooks_IsTheNotebookWithoutOutputs(string path)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

        var back = NotebookFromText.Read(TextFromNotebook.Write(notebook, path), path);

        Assert.True(JsonNode.DeepEquals(Plain(notebook), Plain(back)));
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Write_NotebookOfTheRepository_IsMarkdownWithEveryCodeCellInAFence(string path)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

        var blocks = Markdown.Parse(TextFromNotebook.Write(notebook, path)).Descendants<FencedCodeBlock>().Where(block => block.Info == "csharp").Select(block => block.Lines.ToString()).ToList();

        var code = notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code").Select(cell => Source(cell!));
        Assert.Equal(code, blocks);
    }

    [Fact]
    public void Write_SmallNotebook_ReadsAsMarkdown()
    {
        var notebook = JsonNode.Parse("""
            {"cells": [
              {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# Title\n", "\n", "Text."]},
              {"cell_type": "code", "id": "sum", "metadata": {"tags": ["model"]}, "execution_count": 3, "outputs": [], "source": "1 + 1"},
              {"cell_type": "raw", "id": "end", "metadata": {}, "source": "```"}],
             "metadata": {"kernelspec": {"language": "C#", "name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 5}
            """)!.AsObject();

        Assert.Equal(
            """
            <!-- notebook {"metadata":{"kernelspec":{"language":"C#","name":".net-csharp"}},"nbformat":4,"nbformat_minor":5} -->

            <!-- text title -->
            # Title

            Text.

            <!-- code sum {"tags":["model"]} -->
            ```csharp
            1 + 1
            ```

            <!-- raw end -->
            ````text
            ```
            ````

            """,
            TextFromNotebook.Write(notebook, "small.ipynb"));
    }

    [Fact]
    public void Read_WithLineEndsOfWindows_IsTheSameNotebook()
    {
        var text = TextFromNotebook.Write(RandomNotebook.Make(3), "x");

        Assert.True(JsonNode.DeepEquals(NotebookFromText.Read(text, "x"), NotebookFromText.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), "x")));
    }

    [Fact]
    public void Read_TextByHandWithoutIdsAndHeader_IsANotebookOfThisKernel()
    {
        var notebook = NotebookFromText.Read("<!-- text -->\n# T\n\n<!-- code -->\n\n```csharp\n1\n```\n", "x.md");

        Assert.Equal(".net-csharp", (string?)notebook["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal(["# T", "1"], notebook["cells"]!.AsArray().Select(cell => Source(cell!)));
        Assert.Equal(2, notebook["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).Where(id => id.Length > 0).Distinct().Count());
    }

    [Theory]
    [InlineData("Some text\n<!-- text -->\n", "line 1: this text belongs to no cell")]
    [InlineData("<!-- text a -->\nx\n\n<!-- text a -->\ny", "two cells have the id 'a'")]
    [InlineData("<!-- text a\nx", "line 1: this is no line that begins a cell")]
    [InlineData("<!-- text a {\"tags\": -->\n", "line 1: this is no line that begins a cell")]
    [InlineData("<!-- code a -->\n1 + 1\n", "line 1: after this line the cell's code has to follow")]
    [InlineData("\n<!-- code a -->\n```\n1 + 1\n", "line 3: the code that begins here has no end")]
    [InlineData("<!-- code a -->\n```\n1\n```\nmore", "line 5: this text belongs to no cell")]
    [InlineData("<!-- more a {\"x\":1} -->", "line 1: there is no cell 'a'")]
    public void Read_FaultyText_SaysWhereAndWhatToDo(string text, string expected)
    {
        var error = Assert.Throws<PapersException>(() => NotebookFromText.Read(text, "faulty.md"));

        Assert.StartsWith("faulty.md", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_EditedNotebook_KeepsOutputsOfUnchangedCellsOnly()
    {
        JsonObject Notebook(params (string Id, string Source, int? Count)[] cells) => new()
        {
            ["cells"] = new JsonArray([.. cells.Select(cell => new JsonObject
            {
                ["cell_type"] = "code", ["id"] = cell.Id, ["source"] = cell.Source, ["execution_count"] = cell.Count,
                ["outputs"] = cell.Count is { } n ? new JsonArray($"output {n}") : [],
            })]),
        };
        var edited = Notebook(("new", "0", null), ("b", "2", null), ("a", "changed", null));

        var counts = KeptOutputs.Merge(edited, Notebook(("a", "1", 1), ("b", "2", 2), ("gone", "3", 3)));

        Assert.Equal((3, 1), counts);
        Assert.Equal(["[]", "[\"output 2\"]", "[]"], edited["cells"]!.AsArray().Select(cell => cell!["outputs"]!.ToJsonString()));
        Assert.Equal([null, 2, null], edited["cells"]!.AsArray().Select(cell => (int?)cell!["execution_count"]));
    }

    /// <summary>What has to survive: everything but outputs and run numbers, a source being the same text however it is stored.</summary>
    private static JsonObject Plain(JsonObject notebook)
    {
        var plain = (JsonObject)notebook.DeepClone();
        foreach (var cell in plain["cells"]!.AsArray().Select(cell => cell!.AsObject()))
        {
            cell.Remove("outputs");
            cell.Remove("execution_count");
            cell["source"] = Source(cell);
        }

        return plain;
    }

    private static string Source(JsonNode cell) => cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)cell["source"]!;
}
