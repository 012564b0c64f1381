namespace PaperSharp.Jupyter.Tests;

public sealed class CodeCompletenessTests
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("var x = 1;")]
    [InlineData("int F(int n)\n{\n    return n;\n}")]
    [InlineData("#!time\n1")]
    [InlineData("#!html\n<b> {")]
    [InlineData("#!javascript\nfunction f() {")]
    [InlineData("#!who")]
    [InlineData("#r \"nuget: Some.Package\"")]
    [InlineData("using var file = Open();")]
    [InlineData("await using var file = Open();")]
    [InlineData("var s = @\"two\nlines\";")]
    public void Reply_WholeCode_IsComplete(string code) => Assert.Equal("complete", Status(code));

    [Theory]
    [InlineData("for (;;) {", "    ")]
    [InlineData("if (x)\n{\n    while (y) {", "        ")]
    [InlineData("if (x)", "    ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("F(1,", "    ")]
    [InlineData("var x = 1 +", "    ")]
    [InlineData("x.", "    ")]
    [InlineData("x =>", "    ")]
    [InlineData("var a = new[] {\n    1,", "    ")]
    [InlineData("class A", "    ")]
    [InlineData("int F()\n{", "    ")]
    [InlineData("var s = @\"two", "")]
    [InlineData("var s = \"\"\"\n    raw", "")]
    [InlineData("/* not yet", "")]
    [InlineData("#!time\nfor (;;) {", "    ")]
    [InlineData("#!html\n<b>\n#!csharp\nfor (;;) {", "    ")]
    public void Reply_CodeThatGoesOn_IsIncompleteAndIndented(string code, string indent)
    {
        Assert.Equal("incomplete", Status(code));
        Assert.Equal(indent, (string?)CodeCompleteness.Reply(code)["indent"]);
    }

    [Theory]
    [InlineData(")")]
    [InlineData("int = = 1;")]
    [InlineData("var s = \"not closed")]
    public void Reply_CodeThatCannotBeMended_IsInvalid(string code) => Assert.Equal("invalid", Status(code));

    private static string? Status(string code) => (string?)CodeCompleteness.Reply(code)["status"];
}
