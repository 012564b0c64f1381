using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace PaperSharp.Tests.Notebook;

/// <summary>The library as a notebook's cells use it: setup.csx, output that is replaced, a training that is interrupted.</summary>
[Collection(SessionTestGroup.Name)]
public sealed class KernelTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EnvironmentVariable _runs;
    private readonly EnvironmentVariable _device = new("PAPERS_DEVICE", "cpu");
    private readonly CSharpKernel _kernel = new CSharpKernel().UseKernelHelpers();

    public KernelTests() => _runs = new EnvironmentVariable("PAPERS_RUNS", _folder["runs"]);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder["notebooks", "chapter"]);
        Directory.CreateDirectory(_folder["artifacts", "papers"]);
        File.Copy(Path.Combine(Repository.Root!, "notebooks", "setup.csx"), _folder["notebooks", "setup.csx"]);
        string[] patterns = ["PaperSharp.dll", "TorchSharp.dll", "Plotly.NET*.dll", "Microsoft.DotNet.Interactive*.dll", "MathNet.Numerics.dll"];
        var references = patterns.SelectMany(pattern => Directory.GetFiles(AppContext.BaseDirectory, pattern)).Where(path => !path.EndsWith("Tests.dll", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(_folder["artifacts", "papers", "references.csx"], references.Select(path => $"#r \"{path}\""));
        var setup = await RunAsync($"#load \"{_folder["notebooks", "setup.csx"]}\"");
        Assert.Null(Failure(setup));
        var usings = await File.ReadAllLinesAsync(_folder["notebooks", "setup.csx"]);
        Assert.Null(Failure(await RunAsync(string.Join('\n', usings.Where(line => line.StartsWith("using ", StringComparison.Ordinal))))));
        Assert.Contains(setup.Events.OfType<StandardOutputValueProduced>(), output => output.FormattedValues.First().Value.StartsWith("PaperSharp: cpu", StringComparison.Ordinal));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _kernel.Dispose();
        _runs.Dispose();
        _device.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Setup_Namespaces_AreOpen()
    {
        var result = await RunAsync(
            """
            var x = randn(3, 4, requires_grad: true);
            var layer = Linear(4, 2);
            var loss = F.mse_loss(layer.forward(x), zeros(3, 2));
            loss.backward();
            Check.That(x.grad.shape.SequenceEqual(new long[] { 3, 4 }), "gradient has the shape of x");
            Check.Close(SpecialFunctions.Gamma(5), 24, 1e-12, "Γ(5)");
            class Model : Module<Tensor, Tensor>
            {
                public Model() : base("model") => RegisterComponents();
                public override Tensor forward(Tensor input) => input;
            }
            Parameter bias = null;
            """);

        Assert.Null(Failure(result));
    }

    [Fact]
    public async Task Progress_InACell_IsOneOutputUpdatedAtMostTenTimesASecond()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = await RunAsync(
            """
            using (var bar = Live.Progress("work", 400))
            {
                for (var i = 0; i < 400; i++)
                {
                    System.Threading.Thread.Sleep(2);
                    bar.Step();
                }
            }
            """);

        Assert.Null(Failure(result));
        var shown = Assert.Single(result.Events.OfType<DisplayedValueProduced>());
        var updates = result.Events.OfType<DisplayedValueUpdated>().ToArray();
        Assert.InRange(updates.Length, 2, 10 * clock.Elapsed.TotalSeconds + 1);
        Assert.All(updates, update => Assert.Equal(shown.ValueId, update.ValueId));
        Assert.Equal(["text/html", "text/plain"], updates[^1].FormattedValues.Select(value => value.MimeType).Order());
        Assert.StartsWith("work: 400 in ", updates[^1].FormattedValues.Single(value => value.MimeType == "text/plain").Value);
    }

    [Fact]
    public async Task Progress_CellThrows_LeavesWhereItStopped()
    {
        var result = await RunAsync("using (var bar = Live.Progress(\"work\", 4)) { bar.Step(); throw new InvalidOperationException(); }");

        Assert.NotNull(Failure(result));
        Assert.Contains("stopped at 1 of 4", result.Events.OfType<DisplayedValueUpdated>().Last().FormattedValues.Single(value => value.MimeType == "text/plain").Value);
    }

    [Fact]
    public async Task Progress_Nested_IsOneOutputInWhichInnerBarsComeAndGo()
    {
        var result = await RunAsync(
            """
            using (var outer = Live.Progress("seeds", 2))
            {
                for (var seed = 0; seed < 2; seed++)
                {
                    foreach (var item in Live.Each(Enumerable.Range(0, 30).ToArray(), $"seed {seed}")) System.Threading.Thread.Sleep(10);
                    outer.Step();
                }
            }
            """);

        Assert.Null(Failure(result));
        Assert.Single(result.Events.OfType<DisplayedValueProduced>());
        var texts = result.Events.OfType<DisplayedValueUpdated>().Select(Text).ToArray();
        Assert.Contains(texts, text => text.StartsWith("seeds: ", StringComparison.Ordinal) && text.Contains("\n  seed 0: ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("\n  seed 1: ", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("seed 0", StringComparison.Ordinal) && text.Contains("seed 1", StringComparison.Ordinal));
        Assert.Matches("^seeds: 2 in [^\n]+$", texts[^1]);
    }

    [Fact]
    public async Task Live_NotDisposed_EndsWithTheCell()
    {
        var result = await RunAsync(
            """
            var forgotten = Live.Progress("work", 4);
            forgotten.Step();
            var curve = Live.Curve("loss", "training");
            curve.Add(1, 5);
            curve.Add(2, 3);
            """);
        var next = await RunAsync("forgotten.Step(3); curve.Add(3, 1); 1");

        Assert.Null(Failure(result));
        var last = result.Events.OfType<DisplayedValueUpdated>().GroupBy(update => update.ValueId).Select(updates => Text(updates.Last())).ToArray();
        Assert.Contains(last, text => text.StartsWith("work: stopped at 1 of 4", StringComparison.Ordinal));
        Assert.Contains("loss: training 3 at step 2", last);
        Assert.Empty(next.Events.OfType<DisplayedValueUpdated>());
    }

    [Fact]
    public async Task Live_CellInterrupted_SaysSo()
    {
        await RunAsync("var underway = new System.Threading.Tasks.TaskCompletionSource();");
        var running = RunAsync(
            """
            using (var outer = Live.Progress("outer", 2))
            using (var inner = Live.Progress("inner", 9))
            using (var curve = Live.Curve("loss", "training"))
            {
                curve.Add(1, 5);
                inner.Step();
                underway.SetResult();
                while (true) System.Threading.Thread.Sleep(10);
            }
            """);
        TaskCompletionSource? underway;
        while (!_kernel.TryGetValue("underway", out underway))
        {
            await Task.Delay(10);
        }

        await underway!.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _kernel.SendAsync(new Cancel());
        var result = await running.WaitAsync(TimeSpan.FromSeconds(60));

        var last = result.Events.OfType<DisplayedValueUpdated>().GroupBy(update => update.ValueId).Select(updates => Text(updates.Last())).ToArray();
        Assert.Contains(last, text => text.StartsWith("outer: interrupted at 0 of 2", StringComparison.Ordinal) && text.Contains("\n  inner: interrupted at 1 of 9", StringComparison.Ordinal));
        Assert.Contains(last, text => text.StartsWith("loss (interrupted): ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_ManyShown_AreOneOutputWithTheLastOnes()
    {
        var result = await RunAsync(
            """
            using (var samples = Live.Images("samples"))
                for (var step = 0; step < 50; step++) samples.Show(full(new long[] { 4, 5, 5 }, step / 50.0), $"step {step}");
            """);

        Assert.Null(Failure(result));
        Assert.Single(result.Events.OfType<DisplayedValueProduced>());
        var updates = result.Events.OfType<DisplayedValueUpdated>().ToArray();
        Assert.InRange(updates.Length, 1, 20);
        Assert.Equal("samples: step 49 (4 images of 5 × 5)", Text(updates[^1]));
        Assert.Contains("src=\"data:image/png;base64,", updates[^1].FormattedValues.First().Value);
    }

    [Fact]
    public async Task Tensor_AsValueOfACell_IsHtmlAndText()
    {
        var result = await RunAsync("arange(6).reshape(2, 3)");

        var value = result.Events.OfType<ReturnValueProduced>().Single();
        Assert.Equal(["text/html", "text/plain"], value.FormattedValues.Select(formatted => formatted.MimeType).Order());
        Assert.Equal("Int64 [2, 3] on cpu\nmin 0, mean 2.5, max 5\n[[0, 1, 2],\n [3, 4, 5]]", Text(value));
    }

    [Fact]
    public async Task Table_AsValueOfACell_IsHtmlAndText()
    {
        var result = await RunAsync("Results.Record(\"bound\", 80, \"nats\", \"80.97\", \"Table 1\"); Results.Table()");

        var value = result.Events.OfType<ReturnValueProduced>().Single();
        Assert.Equal(["text/html", "text/plain"], value.FormattedValues.Select(formatted => formatted.MimeType).Order());
    }

    [Fact]
    public async Task Training_Interrupted_ContinuesWhenTheCellRunsAgain()
    {
        const string Cell =
            """
            manual_seed(1);
            var model = Linear(3, 1);
            var history = new TrainingLoop(model, torch.optim.Adam(model.parameters()))
            {
                Steps = 300,
                Checkpoint = Checkpoint.Named("regression"),
            }.Run(step =>
            {
                if (step == 100) Console.WriteLine("underway");
                if (step > 100 && slow) System.Threading.Thread.Sleep(20);
                return F.mse_loss(model.forward(ones(4, 3)), ones(4, 1));
            });
            """;
        await RunAsync("var slow = true;");
        var underway = new TaskCompletionSource();
        using var events = _kernel.KernelEvents.Subscribe(new Observer(kernelEvent =>
        {
            if (kernelEvent is StandardOutputValueProduced output && output.FormattedValues.First().Value.StartsWith("underway", StringComparison.Ordinal))
            {
                underway.TrySetResult();
            }
        }));
        var running = RunAsync(Cell);
        await underway.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _kernel.SendAsync(new Cancel());
        var interrupted = await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("interrupted", Failure(interrupted)?.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Directory.GetFiles(_folder["runs"]));

        var again = await RunAsync("slow = false;\n" + Cell);

        Assert.Null(Failure(again));
        Assert.Contains(again.Events.OfType<StandardOutputValueProduced>(), output => output.FormattedValues.First().Value.Contains("continues an interrupted training at step", StringComparison.Ordinal));
        Assert.Equal(2, again.Events.OfType<DisplayedValueProduced>().Count());
        Assert.Empty(Directory.GetFiles(_folder["runs"]));
    }

    private sealed class Observer(Action<KernelEvent> onNext) : IObserver<KernelEvent>
    {
        public void OnNext(KernelEvent value) => onNext(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    private static string Text(DisplayEvent shown) => shown.FormattedValues.Single(value => value.MimeType == "text/plain").Value;

    private static CommandFailed? Failure(KernelCommandResult result) => result.Events.OfType<CommandFailed>().FirstOrDefault();

    private Task<KernelCommandResult> RunAsync(string code) => _kernel.SendAsync(new SubmitCode(code));
}
