using System.Text.RegularExpressions;

namespace PaperSharp.Jupyter.Tests;

public sealed partial class ErrorTraceTests
{
    [Fact]
    public void Colour_CompilerError_ShowsTheLineAndMarksTheWord()
    {
        var lines = new ErrorTrace("cell 3", "var a = 1;\n\tvar b = undefined + 1;").Colour(["cell 3(2,10): error CS0103: The name 'undefined' does not exist"]);
        Assert.Equal("\e[1;31mcell 3(2,10): error CS0103\e[0m: The name 'undefined' does not exist", lines[0]);
        Assert.Equal("    2 | \tvar b = undefined + 1;", Plain(lines[1]));
        Assert.Equal("      | \t        ^^^^^^^^^", Plain(lines[2]));
        Assert.Equal(3, lines.Count);
    }

    [Fact]
    public void Colour_ErrorAtTheEndOfALine_MarksTheEnd() =>
        Assert.Equal("      |          ^", Plain(new ErrorTrace("cell 1", "var a = 1").Colour(["cell 1(1,10): error CS1002: ; expected"])[2]));

    [Fact]
    public void Colour_ErrorInAnotherCell_ShowsNoCode() =>
        Assert.Single(new ErrorTrace("cell 3", "1").Colour(["cell 2(1,1): error CS0103: x"]));

    [Fact]
    public void Colour_ErrorInAFile_ShowsItsLine()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "one\ntwo");
        var lines = new ErrorTrace("cell 1", "").Colour([$"{file}(2,1): error CS0103: x"]);
        File.Delete(file);
        Assert.Equal("    2 | two", Plain(lines[1]));
    }

    [Fact]
    public void Colour_Exception_MarksTheInnermostPlaceOfEach()
    {
        string[] trace =
        [
            "InvalidOperationException: outer",
            "   at cell 1, line 2, column 3, in F",
            "   at cell 1, line 1, column 1",
            "caused by FormatException: inner: with a colon",
            "   at cell 1, line 1, column 1",
            "some text of a message",
        ];
        var lines = new ErrorTrace("cell 1", "Call();\n  Fail();").Colour(trace);
        Assert.Equal(trace, lines.Select(Plain).Where(l => !l.Contains(" | ", StringComparison.Ordinal)));
        Assert.Equal(["    2 |   Fail();", "      |   ^^^^", "    1 | Call();", "      | ^^^^"], lines.Select(Plain).Where(l => l.Contains(" | ", StringComparison.Ordinal)));
        Assert.StartsWith("\e[1;31mInvalidOperationException\e[0m: outer", lines[0], StringComparison.Ordinal);
        Assert.Contains("caused by \e[1;31mFormatException\e[0m: inner", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Exception: deep")]
    [InlineData("System.Net.Http.HttpRequestException: no")]
    [InlineData("FaultException<string>: x")]
    public void Colour_NameOfAnException_IsRed(string line) =>
        Assert.Equal($"\e[1;31m{line.Replace(": ", "\e[0m: ", StringComparison.Ordinal)}", Assert.Single(new ErrorTrace("cell 1", "").Colour([line])));

    private static string Plain(string line) => Escape().Replace(line, "");

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escape();
}
