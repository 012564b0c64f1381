using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Authoring;

/// <summary>Writes a notebook as Markdown that reads well as it stands: text as it is, code in fences.</summary>
internal static partial class TextFromNotebook
{
    /// <param name="notebook">The notebook; its outputs are left out, everything else is kept.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <exception cref="PapersException">Two cells have the same id, or one has an improper one.</exception>
    public static string Write(JsonObject notebook, string path)
    {
        var whole = NotebookJson.WithoutOutputs(notebook);
        var cells = NotebookJson.Cells(whole).ToList();
        RequireIds(cells, path);
        whole.Remove("cells");

        var text = new StringBuilder(TextNotation.Line(TextNotation.Notebook, null, whole)).Append('\n');
        foreach (var cell in cells)
        {
            text.Append('\n').Append(Cell(cell, whole));
        }

        foreach (var cell in cells)
        {
            if (More(cell) is { Count: > 0 } more)
            {
                text.Append('\n').Append(TextNotation.Line(TextNotation.More, NotebookJson.Id(cell), more)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void RequireIds(List<JsonObject> cells, string path)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in cells.Select(NotebookJson.Id).Where(id => !NotebookJson.IsId(id) || !ids.Add(id)))
        {
            throw new PapersException($"{path}: '{id}' is not a proper id of one cell alone. 'papers clean' gives every cell its own.");
        }
    }

    private static string Cell(JsonObject cell, JsonObject notebook)
    {
        var type = OutputHtml.Text(cell["cell_type"]);
        var source = OutputHtml.Text(cell["source"]);
        var kind = type == "code" ? TextNotation.Code : type == "markdown" ? TextNotation.Text : TextNotation.Raw;
        var marker = TextNotation.Line(kind, NotebookJson.Id(cell), cell["metadata"] as JsonObject) + "\n";
        if (kind == TextNotation.Text)
        {
            return source.Length == 0 ? marker : marker + string.Join('\n', source.Split('\n').Select(TextNotation.Escape)) + "\n";
        }

        var fence = new string('`', Math.Max(3, 1 + Ticks().Matches(source).Select(match => match.Length).DefaultIfEmpty().Max()));
        var language = kind == TextNotation.Raw ? "text" : Language(cell, source, notebook);
        return $"{marker}{fence}{language}\n{(source.Length == 0 ? "" : source + "\n")}{fence}\n";
    }

    /// <summary>For whoever colours the code; the cell's own metadata says it to the kernel.</summary>
    private static string Language(JsonObject cell, string source, JsonObject notebook)
    {
        var metadata = cell["metadata"];
        string[] said =
        [
            source.StartsWith("#!html", StringComparison.Ordinal) ? "html" : source.StartsWith("#!markdown", StringComparison.Ordinal) ? "markdown" : "",
            OutputHtml.Text(metadata?["polyglot_notebook"]?["kernelName"]),
            OutputHtml.Text(metadata?["dotnet_interactive"]?["language"]),
            OutputHtml.Text(metadata?["vscode"]?["languageId"]),
            OutputHtml.Text(notebook["metadata"]?["language_info"]?["name"]),
            OutputHtml.Text(notebook["metadata"]?["kernelspec"]?["language"]),
            "csharp",
        ];
        var language = said.First(name => name.Length > 0);
        return language.Equals("C#", StringComparison.OrdinalIgnoreCase) || !Word().IsMatch(language) ? "csharp" : language;
    }

    private static JsonObject More(JsonObject cell) => new(cell
        .Where(part => part.Key is not ("cell_type" or "id" or "metadata" or "source" or "outputs" or "execution_count"))
        .Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone())));

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex("^[a-zA-Z0-9_+-]+$")]
    private static partial Regex Word();
}
