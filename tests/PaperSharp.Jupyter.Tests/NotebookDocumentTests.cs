using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter.Tests;

public sealed class NotebookDocumentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notebook");

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Save_LoadedNotebook_GivesTheSameText()
    {
        // As Jupyter itself writes it: indented by one space, keys sorted, unknown fields and metadata included.
        const string Text = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "a-1",
               "metadata": {
                "tags": [
                 "model"
                ],
                "unknown": 1.50
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "é < & ≤\n"
                 ]
                }
               ],
               "source": [
                "var x = \"<a>\";\n",
                "x"
               ],
               "something_new": {
                "kept": [
                 true,
                 null
                ]
               }
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        var path = PathOf("same.ipynb");
        File.WriteAllText(path, Text);
        NotebookDocument.Load(path).Save(path);
        Assert.Equal(Text, File.ReadAllText(path));
        Assert.Equal(["same.ipynb"], _folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public void Source_Lines_RoundTrip()
    {
        var cell = new NotebookCell(CellType.Code, "id", "a\n\nb\n");
        Assert.Equal(["a\n", "\n", "b\n"], ((JsonArray)cell.Json["source"]!).Select(line => (string)line!));
        Assert.Equal("a\n\nb\n", cell.Source);
    }

    [Fact]
    public void Load_OlderMinorVersion_GivesEveryCellAnId()
    {
        var notebook = NotebookDocument.Parse("""{"cells":[{"cell_type":"markdown","metadata":{},"source":"x"},{"cell_type":"raw","id":"cell-1","metadata":{},"source":[]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""", "old.ipynb");
        Assert.Equal(2, notebook.Cells.Select(cell => cell.Id).Where(id => id.Length > 0).Distinct().Count());
        Assert.Contains("\"nbformat_minor\": 5", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "not JSON (line 1")]
    [InlineData("{\n \"cells\": [\n", "not JSON (line 3")]
    [InlineData("{}", "'nbformat' is missing")]
    [InlineData("[1]", "'nbformat' is missing")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3, where 4 is needed")]
    [InlineData("{\"nbformat\": 4}", "no list of cells")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "no list of cells")]
    public void Load_OtherThanANotebook_SaysWhatIsWrongAndInWhichFile(string text, string expected)
    {
        var path = PathOf("bad.ipynb");
        File.WriteAllText(path, text);
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));
        Assert.StartsWith(path + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFile_SaysSo() => Assert.Throws<FileNotFoundException>(() => NotebookDocument.Load(PathOf("none.ipynb")));

    [Fact]
    public void Save_FolderThatIsMissing_LeavesNothingBehind()
    {
        Assert.ThrowsAny<IOException>(() => new NotebookDocument().Save(PathOf("none/x.ipynb")));
        Assert.Empty(_folder.GetFiles());
    }
}
