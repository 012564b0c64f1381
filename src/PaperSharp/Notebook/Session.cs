using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using PaperSharp.Plotting;
using TorchSharp;

namespace PaperSharp;

/// <summary>The running notebook: its profile, device and seed.</summary>
public static class Session
{
    private static readonly Stopwatch s_clock = Stopwatch.StartNew();

    /// <summary>How much the notebook runs.</summary>
    public static Profile Profile { get; private set; } = Profile.Quick;

    /// <summary>Where models and data go.</summary>
    public static torch.Device Device { get; private set; } = torch.CPU;

    /// <summary>The seed that every random choice goes back to.</summary>
    public static long Seed { get; private set; } = 1;

    /// <summary>Time since <see cref="Start"/>.</summary>
    internal static TimeSpan Elapsed => s_clock.Elapsed;

    /// <summary>What computes: the package or its stand-in, and libtorch's version.</summary>
    internal static string Backend =>
        typeof(torch).Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company.StartsWith("The PaperSharp", StringComparison.Ordinal) == true
            ? $"TorchSharp stand-in, libtorch {torch.__version__}"
            : $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}, libtorch {torch.__version__}";

    /// <summary>
    /// Begins a notebook: invariant culture, profile, device, seed; prints them in one line. <c>setup.csx</c> calls it;
    /// call it again in the first cell to choose otherwise.
    /// </summary>
    /// <param name="profile">smoke, quick or full; by default PAPERS_PROFILE, else quick.</param>
    /// <param name="device">cpu, cuda or cuda:1; by default PAPERS_DEVICE, else cuda where there is one, else cpu.</param>
    /// <param name="seed">By default PAPERS_SEED, else 1.</param>
    /// <exception cref="SetupException">There is no such profile or device, or the seed is not a whole number.</exception>
    public static void Start(string? profile = null, string? device = null, long? seed = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        Profile = ParseProfile(profile ?? Variable("PAPERS_PROFILE"));
        Device = FindDevice(device ?? Variable("PAPERS_DEVICE"));
        Seed = seed ?? ParseSeed(Variable("PAPERS_SEED"));
        torch.manual_seed(Seed);
        PlotFormatters.Register();
        ValueFormatters.Register();
        Results.Clear();
        Check.Clear();
        s_clock.Restart();

        var threads = torch.get_num_threads();
        var cores = Device.type == DeviceType.CPU ? $" ({threads} thread{(threads == 1 ? "" : "s")})" : "";
        Console.WriteLine($"PaperSharp: {Device}{cores}, {Backend}, profile {Name(Profile)}, seed {Seed}");
    }

    /// <summary>
    /// The settings of the session's profile, with the values that PAPERS_SET (<c>papers run --set name=value</c>) gives
    /// instead; prints them.
    /// </summary>
    /// <typeparam name="T">A record whose properties are int, long, double, bool or string.</typeparam>
    /// <exception cref="SetupException">PAPERS_SET names no property of the record or gives a value of another type.</exception>
    public static T Settings<T>(T smoke, T quick, T full)
        where T : class
    {
        var chosen = Profile switch { Profile.Smoke => smoke, Profile.Quick => quick, _ => full };
        var settings = SettingsOverrides.Apply(chosen, Variable("PAPERS_SET"), out var changed);
        var values = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name} = {property.GetValue(settings)}{(changed.Contains(property.Name) ? " (set)" : "")}"));
        Console.WriteLine($"{typeof(T).Name} ({Name(Profile)}): {string.Join(", ", values)}");
        return settings;
    }

    internal static string Name(Profile profile) => profile switch
    {
        Profile.Smoke => "smoke",
        Profile.Quick => "quick",
        _ => "full",
    };

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Profile ParseProfile(string? text) => text?.ToLowerInvariant() switch
    {
        null or "quick" => Profile.Quick,
        "smoke" => Profile.Smoke,
        "full" => Profile.Full,
        _ => throw new SetupException($"There is no profile '{text}'. Choose smoke, quick or full."),
    };

    private static long ParseSeed(string? text) =>
        text is null ? 1
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new SetupException($"PAPERS_SEED is '{text}', which is not a whole number.");

    private static torch.Device FindDevice(string? name)
    {
        if (name is null)
        {
            return torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        }

        var parts = name.ToLowerInvariant().Split(':');
        var index = -1;
        if (parts.Length > 2 || parts[0] is not ("cpu" or "cuda") || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index)))
        {
            throw new SetupException($"There is no device '{name}'. Choose cpu, cuda, or cuda:N for the GPU number N.");
        }

        if (parts[0] == "cpu")
        {
            return torch.CPU;
        }

        if (!torch.cuda.is_available())
        {
            throw new SetupException(
                $"The device is '{name}', but {Backend} finds no CUDA GPU here. Use --device cpu (or PAPERS_DEVICE=cpu), "
                + "or install a CUDA build of libtorch and its driver; `papers doctor` shows what is found.");
        }

        if (index >= torch.cuda.device_count())
        {
            throw new SetupException($"The device is '{name}', but there are only {torch.cuda.device_count()} GPUs, numbered from 0.");
        }

        return torch.device(DeviceType.CUDA, index);
    }
}
