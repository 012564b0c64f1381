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

    private static CommandFailed? Failure(KernelCommandResult result) => result.Events.OfType<CommandFailed>().FirstOrDefault();

    private Task<KernelCommandResult> RunAsync(string code) => _kernel.SendAsync(new SubmitCode(code));
}
