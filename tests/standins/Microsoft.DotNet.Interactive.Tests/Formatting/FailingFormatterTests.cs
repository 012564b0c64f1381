using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Tests.Formatting;

[Collection(nameof(FormatterTests))]
public sealed class FailingFormatterTests : IDisposable
{
    public FailingFormatterTests() => Formatter.ResetToDefault();

    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void ToDisplayString_FormatterThrows_ShowsTheError()
    {
        Formatter.Register<Version>((version, writer) => { writer.Write("half a "); throw new InvalidOperationException("<no>"); });
        Formatter.Register<Version>((Func<Version, string>)(_ => throw new InvalidOperationException("<no>")), "text/html");

        Assert.Equal("! InvalidOperationException: <no>", new Version(1, 2).ToDisplayString());
        Assert.Equal("<pre class=\"dni-error\">! InvalidOperationException: &lt;no&gt;</pre>", new Version(1, 2).ToDisplayString("text/html"));
    }

    [Fact]
    public void CreateManyFromObject_PictureFormatterThrows_SaysSoInTheText()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Version), "image/png");
        Formatter.Register<Version>((Func<Version, string>)(_ => throw new InvalidOperationException("no picture")), "image/png");

        var value = Assert.Single(FormattedValue.CreateManyFromObject(new Version(1, 2)));

        Assert.Equal(("text/plain", "1.2\n! InvalidOperationException: no picture (formatting image/png)"), (value.MimeType, value.Value));
    }

    [Fact]
    public async Task Cell_FormatterThrows_KernelGoesOn()
    {
        using var kernel = new CSharpKernel().UseKernelHelpers();
        await kernel.SendAsync(new SubmitCode("Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Version>(v => throw new Exception(\"no\"));"));
        var shown = await kernel.SendAsync(new SubmitCode("new Version(1, 2)"));
        var next = await kernel.SendAsync(new SubmitCode("1 + 1"));

        Assert.Equal("! Exception: no", shown.Events.OfType<ReturnValueProduced>().Single().FormattedValues.Single().Value);
        Assert.Equal("2", next.Events.OfType<ReturnValueProduced>().Single().FormattedValues.Single().Value);
    }

    [Fact]
    public async Task Cell_InterruptedWhileASequenceIsShown_Ends()
    {
        using var kernel = new CSharpKernel().UseKernelHelpers();
        await kernel.SendAsync(new SubmitCode("var begun = new TaskCompletionSource(); System.Collections.Generic.IEnumerable<int> Slow() { while (true) { begun.TrySetResult(); System.Threading.Thread.Sleep(20); yield return 1; } }"));
        Formatter.ListExpansionLimit = int.MaxValue;
        var running = kernel.SendAsync(new SubmitCode("Slow()"));
        kernel.TryGetValue<TaskCompletionSource>("begun", out var begun);
        await begun!.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await kernel.SendAsync(new Cancel());

        var result = await running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Contains("Interrupted", result.Events.OfType<CommandFailed>().Single().Message, StringComparison.Ordinal);
        Assert.Empty(result.Events.OfType<ReturnValueProduced>());
    }

    [Fact]
    public async Task Cell_ExceptionAsValue_HasTheFramesOfTheCell()
    {
        using var kernel = new CSharpKernel().UseKernelHelpers();
        var result = await kernel.SendAsync(new SubmitCode("Exception caught = null;\ntry { Enumerable.Range(0, 2).Select(i => 1 / i).ToList(); } catch (Exception e) { caught = e; }\ncaught"));

        var text = result.Events.OfType<ReturnValueProduced>().Single().FormattedValues.Single(value => value.MimeType == "text/plain").Value;
        Assert.StartsWith("DivideByZeroException: ", text, StringComparison.Ordinal);
        Assert.Contains("line 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.Linq", text, StringComparison.Ordinal);
    }
}
