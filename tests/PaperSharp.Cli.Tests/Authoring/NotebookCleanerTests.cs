using System.Text.Json.Nodes;
using PaperSharp.Cli.Authoring;

namespace PaperSharp.Cli.Tests.Authoring;

public sealed class NotebookCleanerTests
{
    [Fact]
    public void Clean_RunNotebook_KeepsWhatAnAuthorWroteOnly()
    {
        var notebook = Parse("""
            {"nbformat_minor": 4, "nbformat": 4,
             "metadata": {"widgets": {}, "kernelspec": {"name": ".net-csharp"}, "language_info": {"version": "13.0", "name": "C#"}},
             "cells": [
               {"source": "1", "outputs": [{"output_type": "stream"}], "metadata": {"tags": ["model"], "execution": {"x": 1}, "scrolled": true}, "id": "a", "execution_count": 4, "cell_type": "code"},
               {"cell_type": "markdown", "id": "a", "metadata": {"collapsed": true}, "source": ["x\n", "y"]},
               {"cell_type": "markdown", "id": "b c!", "source": ""},
               {"cell_type": "raw", "source": []}]}
            """);

        var clean = NotebookCleaner.Clean(notebook);

        Assert.True(JsonNode.DeepEquals(
            Parse("""
                {"nbformat_minor": 5, "nbformat": 4,
                 "metadata": {"kernelspec": {"name": ".net-csharp"}, "language_info": {"name": "C#"}},
                 "cells": [
                   {"source": ["1"], "outputs": [], "metadata": {"tags": ["model"]}, "id": "a", "execution_count": null, "cell_type": "code"},
                   {"cell_type": "markdown", "id": "a-2", "metadata": {}, "source": ["x\n", "y"]},
                   {"cell_type": "markdown", "id": "bc", "metadata": {}, "source": []},
                   {"cell_type": "raw", "id": "cell", "metadata": {}, "source": []}]}
                """),
            clean), clean.ToJsonString());
    }

    [Fact]
    public void Text_CleanNotebook_HasItsKeysInOneOrder()
    {
        var text = NotebookJson.Text(NotebookCleaner.Clean(Parse("""{"nbformat": 4, "metadata": {}, "cells": [{"source": "é<", "id": "a", "cell_type": "code"}], "nbformat_minor": 5}""")), "x");

        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {},
               "outputs": [],
               "source": [
                "é<"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """,
            text);
    }

    [Fact]
    public void Clean_CleanNotebook_ChangesNothing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var once = NotebookCleaner.Clean(RandomNotebook.Make(seed));

            Assert.Equal(once.ToJsonString(), NotebookCleaner.Clean(once).ToJsonString());
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
