namespace PaperSharp.Cli.Commands;

/// <summary>How a notebook is to be run.</summary>
internal sealed record RunOptions(string Profile, IReadOnlyList<string> Settings, string? Device, long? Seed, string? Output)
{
    /// <summary>Hands the options to the notebook's set-up cell, which reads them from the environment.</summary>
    /// <param name="results">The file that the notebook writes its results to.</param>
    /// <exception cref="PapersException">A setting is not of the form name=value.</exception>
    public void Export(string results)
    {
        foreach (var setting in Settings.Where(setting => setting.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            throw new PapersException($"'--set {setting}' is not of the form name=value; for example: --set Steps=500");
        }

        Environment.SetEnvironmentVariable("PAPERS_PROFILE", Profile);
        Environment.SetEnvironmentVariable("PAPERS_RESULTS", results);
        if (Settings.Count > 0)
        {
            Environment.SetEnvironmentVariable("PAPERS_SET", string.Join(';', Settings));
        }

        if (Device is not null)
        {
            Environment.SetEnvironmentVariable("PAPERS_DEVICE", Device);
        }

        if (Seed is { } seed)
        {
            Environment.SetEnvironmentVariable("PAPERS_SEED", seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Whether the run is one that others can repeat and compare: a profile that trains, with its own settings.</summary>
    public bool IsComparable => Profile != "smoke" && Settings.Count == 0;

    /// <summary>The same options as arguments of <c>papers run</c>.</summary>
    public IReadOnlyList<string> AsArguments() =>
    [
        "--profile", Profile,
        .. Settings.SelectMany(setting => new[] { "--set", setting }),
        .. Device is null ? Array.Empty<string>() : ["--device", Device],
        .. Seed is { } seed ? ["--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. Output is null ? Array.Empty<string>() : ["--out", Output],
    ];
}
