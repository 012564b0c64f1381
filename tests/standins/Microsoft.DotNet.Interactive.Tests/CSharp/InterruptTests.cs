using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Whatever a cell does, Cancel ends it and the kernel lives on with its state.</summary>
public sealed class InterruptTests : KernelTest
{
    // A second is the aim on a quiet machine; a test machine may be busy.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("for (;;) kept++;")]
    [InlineData("do { try { kept++; } catch { } } while (true);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("lock (gate) System.Threading.Monitor.Wait(gate);")]
    [InlineData("await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);")]
    [InlineData("while (true) { Console.Write('x'); }")]
    [InlineData("while (true) { display(kept); await Task.Delay(1); }")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 4, _ => { while (true) { } });")]
    [InlineData("void Loop() { while (true) kept++; } try { Loop(); } finally { for (var i = 0; i < 3; i++) kept = 7; }")]
    public async Task Cancel_RunningCell_EndsItAndKeepsTheState(string code)
    {
        await Run("var kept = 1L; var gate = new object();");
        await Interrupt(code);
        Assert.IsType<long>(await Value("kept"));
        Assert.Equal(3, await Value("var after = 2; after + 1"));
    }

    [Fact]
    public async Task Cancel_EndlessLibraryCode_EndsIt()
    {
        await Interrupt("System.Threading.SpinWait.SpinUntil(() => false);");
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Fact]
    public async Task Cancel_CellThatAssigned_KeepsWhatItAssigned()
    {
        await Interrupt("var step = 12; while (true) { }");
        Assert.Equal(12, await Value("step"));
    }

    [Fact]
    public async Task Cancel_CellThatWatchesTheToken_MayFinishByItself()
    {
        var cell = await Start("""
            var token = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken;
            try { await Task.Delay(-1, token); } catch (OperationCanceledException) { }
            "stopped"
            """);
        await Kernel.SendAsync(new Cancel());
        var result = await cell.WaitAsync(Limit);
        Assert.Null(Failure(result));
    }

    [Fact]
    public async Task Cancel_ContinuationsOfTheCell_NeverRun()
    {
        await Run("var ran = 0;");
        await Interrupt("async Task Later() { await Task.Delay(800); ran = 1; } await Later();");
        await Task.Delay(1000);
        Assert.Equal(0, await Value("ran"));
    }

    [Fact]
    public async Task Cancel_NothingRunning_DoesNothing()
    {
        await Kernel.SendAsync(new Cancel());
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Fact]
    public async Task Cancel_FiftyTimesInARow_StopsEachTime()
    {
        await Run("var count = 0;");
        string[] cells = ["while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);", "while (true) Console.Write('.');", "while (true) { var l = new List<int> { 1 }; l.Sort(); }"];
        for (var i = 0; i < 50; i++)
        {
            await Interrupt($"count++;\n{cells[i % cells.Length]}");
            Assert.Equal(i + 1, await Value("count"));
        }
    }

    [Fact]
    public async Task SendAsync_TokenCancelled_EndsTheCell()
    {
        using var source = new CancellationTokenSource();
        var cell = Kernel.SendAsync(new SubmitCode("while (true) { }"), source.Token);
        await Task.Delay(300);
        await source.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>(Failure(await cell.WaitAsync(Limit))!.Exception);
    }

    private async Task Interrupt(string code)
    {
        var cell = await Start(code);
        await Kernel.SendAsync(new Cancel());
        var result = await cell.WaitAsync(Limit);
        Assert.IsAssignableFrom<OperationCanceledException>(Failure(result)!.Exception);
    }

    /// <summary>Sends a cell and waits until it runs. (Wrapped, so as not to wait for its end.)</summary>
    private async Task<Pending> Start(string code)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Kernel.KernelEvents.Subscribe(e =>
        {
            if (e is StandardOutputValueProduced)
            {
                running.TrySetResult();
            }
        });
        var cell = Run($"Console.Write(\"running\");\n{code}");
        await running.Task.WaitAsync(Limit);
        return new Pending(cell);
    }

    private sealed record Pending(Task<KernelCommandResult> Cell)
    {
        public Task<KernelCommandResult> WaitAsync(TimeSpan limit) => Cell.WaitAsync(limit);
    }
}
