namespace PaperSharp.Plotting.Browser;

/// <summary>The Chromium, Chrome or Edge of this machine.</summary>
internal static class BrowserProgram
{
    /// <summary>Names a browser's program, or is "none" where no browser is wanted.</summary>
    public const string Variable = "PAPERS_BROWSER";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] MacPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsPlaces =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>Its path, or null where there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named == "none" ? null : OnPath(named) ?? (File.Exists(named) ? named : null);
        }

        var places = OperatingSystem.IsWindows() ? UnderProgramFiles() : OperatingSystem.IsMacOS() ? MacPlaces : [];
        return Names.Select(OnPath).Concat(places).FirstOrDefault(File.Exists);
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> UnderProgramFiles() =>
        from folder in new[]
        {
            Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData,
        }
        from place in WindowsPlaces
        select Path.Combine(Environment.GetFolderPath(folder), place);
}
