using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

public sealed class OutputTests : KernelTest
{
    [Fact]
    public async Task Console_OutAndError_KeepTheirOrder()
    {
        var result = await Run("Console.Write(1); Console.Error.Write(2); Console.Write(3); Console.Error.Write(4);");
        Assert.Equal("1234", Text(result));
        Assert.Equal(2, result.Events.OfType<StandardErrorValueProduced>().Count());
    }

    [Fact]
    public async Task Console_TextBeforeADisplay_ComesBeforeIt()
    {
        var result = await Run("Console.Write(\"a\"); display(1); Console.Write(\"b\"); 2");
        var kinds = result.Events.OfType<DisplayEvent>().Select(e => e.GetType());
        Assert.Equal([typeof(StandardOutputValueProduced), typeof(DisplayedValueProduced), typeof(StandardOutputValueProduced), typeof(ReturnValueProduced)], kinds);
    }

    [Fact]
    public async Task Console_WhileTheCellRuns_IsPublished()
    {
        var written = new TaskCompletionSource();
        using var subscription = Kernel.KernelEvents.Subscribe(e =>
        {
            if (e is StandardOutputValueProduced)
            {
                written.TrySetResult();
            }
        });
        var cell = Run("Console.WriteLine(\"now\"); while (true) { }");
        await written.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(cell.IsCompleted);
        await Kernel.SendAsync(new Commands.Cancel());
        await cell;
    }

    [Fact]
    public async Task Console_FromAnotherThread_BelongsToTheCell()
    {
        var result = await Run("await Task.Run(() => Console.Write(\"elsewhere\"));");
        Assert.Equal("elsewhere", Text(result));
    }

    [Fact]
    public async Task Console_TenThousandLines_AllArriveInFewEvents()
    {
        var result = await Run("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), Text(result));
        Assert.InRange(result.Events.OfType<StandardOutputValueProduced>().Count(), 1, 1000);
    }

    [Fact]
    public async Task Update_DisplayedValue_ReplacesItUnderTheSameId()
    {
        var result = await Run("var shown = display(\"first\"); shown.Update(\"second\");");
        var produced = Assert.Single(result.Events.OfType<DisplayedValueProduced>());
        var updated = Assert.Single(result.Events.OfType<DisplayedValueUpdated>());
        Assert.Equal(produced.ValueId, updated.ValueId);
        Assert.Equal("first", produced.FormattedValues.Single().Value);
        Assert.Equal("second", updated.FormattedValues.Single().Value);
    }

    [Fact]
    public async Task Update_InALaterCell_BelongsToThatCell()
    {
        await Run("var shown = display(1);");
        var result = await Run("shown.Update(2);");
        Assert.Equal("2", Assert.Single(result.Events.OfType<DisplayedValueUpdated>()).FormattedValues.Single().Value);
    }

    [Fact]
    public async Task Html_Displayed_HasHtmlAndPlainText()
    {
        var result = await Run("HTML(\"<p>a &amp; <b>b</b></p>\")");
        var values = Assert.Single(result.Events.OfType<ReturnValueProduced>()).FormattedValues.ToDictionary(v => v.MimeType, v => v.Value);
        Assert.Equal("<p>a &amp; <b>b</b></p>", values["text/html"]);
        Assert.Equal("a & b", values["text/plain"]);
    }

    [Fact]
    public async Task DisplayAs_Update_KeepsTheMimeType()
    {
        var result = await Run("var d = \"<i>1</i>\".DisplayAs(\"text/html\"); d.Update(\"<i>2</i>\");");
        var updated = Assert.Single(result.Events.OfType<DisplayedValueUpdated>()).FormattedValues.Single();
        Assert.Equal(("text/html", "<i>2</i>"), (updated.MimeType, updated.Value));
    }
}
