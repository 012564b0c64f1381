using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp.Tests.Notebook;

[Collection(SessionTestGroup.Name)]
public sealed class SessionTests : IDisposable
{
    private readonly CapturedConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Start_Arguments_AreUsedAndPrintedInOneLine()
    {
        Session.Start("smoke", "cpu", 17);

        Assert.Equal((Profile.Smoke, DeviceType.CPU, 17L), (Session.Profile, Session.Device.type, Session.Seed));
        var line = Assert.Single(_console.Text.TrimEnd().Split('\n'));
        Assert.Matches(@"^PaperSharp: cpu \(\d+ threads?\), TorchSharp.*, libtorch \d+\.\d+.*, profile smoke, seed 17$", line.TrimEnd());
    }

    [Fact]
    public void Start_Variables_AreUsed()
    {
        using var profile = new EnvironmentVariable("PAPERS_PROFILE", "full");
        using var device = new EnvironmentVariable("PAPERS_DEVICE", "cpu");
        using var seed = new EnvironmentVariable("PAPERS_SEED", "-3");

        Session.Start();

        Assert.Equal((Profile.Full, DeviceType.CPU, -3L), (Session.Profile, Session.Device.type, Session.Seed));
    }

    [Fact]
    public void Start_SameSeed_SameRandomNumbers()
    {
        Session.Start("smoke", "cpu", 5);
        using var first = randn(4);
        Session.Start("smoke", "cpu", 5);
        using var second = randn(4);

        Assert.Equal(first.data<float>().ToArray(), second.data<float>().ToArray());
    }

    [Fact]
    public async Task Start_AnyMachine_CultureIsInvariant()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Session.Start("smoke", "cpu", 1);

        Assert.Equal("0.5", $"{0.5}");
        Assert.Equal("0.5", await Task.Factory.StartNew(() => $"{0.5}", CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    [Theory]
    [InlineData("fast", "cpu", "There is no profile 'fast'. Choose smoke, quick or full.")]
    [InlineData("smoke", "gpu", "There is no device 'gpu'. Choose cpu, cuda, or cuda:N")]
    [InlineData("smoke", "cuda:x", "There is no device 'cuda:x'")]
    public void Start_UnknownName_SaysWhatThereIs(string profile, string device, string message)
    {
        Assert.Contains(message, Assert.Throws<SetupException>(() => Session.Start(profile, device, 1)).Message);
    }

    [Fact]
    public void Start_SeedNoNumber_SaysSo()
    {
        using var seed = new EnvironmentVariable("PAPERS_SEED", "one");

        Assert.Contains("PAPERS_SEED is 'one'", Assert.Throws<SetupException>(() => Session.Start("smoke", "cpu")).Message);
    }

    [NoCudaFact]
    public void Start_CudaWithoutCuda_SaysWhatToDo()
    {
        var error = Assert.Throws<SetupException>(() => Session.Start("smoke", "cuda", 1));

        Assert.Contains("--device cpu", error.Message);
        Assert.Contains("papers doctor", error.Message);
    }

    [Theory]
    [InlineData("smoke", 10)]
    [InlineData("quick", 100)]
    [InlineData("full", 1000)]
    public void Settings_Profile_PicksAndPrints(string profile, int steps)
    {
        using var none = new EnvironmentVariable("PAPERS_SET", null);
        Session.Start(profile, "cpu", 1);

        Assert.Equal(steps, Session.Settings<Pilot>(new(10, 0.1), new(100, 0.1), new(1000, 0.1)).Steps);
        Assert.Contains($"Pilot ({profile}): Steps = {steps}, Rate = 0.1", _console.Text);
    }

    [Fact]
    public void Settings_Override_IsAppliedAndMarked()
    {
        using var set = new EnvironmentVariable("PAPERS_SET", "rate=0.25");
        Session.Start("quick", "cpu", 1);

        Assert.Equal(new Pilot(100, 0.25), Session.Settings<Pilot>(new(10, 0.1), new(100, 0.1), new(1000, 0.1)));
        Assert.Contains("Rate = 0.25 (set)", _console.Text);
    }

    private sealed record Pilot(int Steps, double Rate);

    private sealed class NoCudaFactAttribute : FactAttribute
    {
        public NoCudaFactAttribute()
        {
            if (cuda.is_available())
            {
                Skip = "This machine has CUDA.";
            }
        }
    }
}
