using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>
/// Lets the SDK's own <c>dotnet restore</c> choose and download packages, for a project in the user's cache. A set
/// that was restored before is read from there.
/// </summary>
internal static partial class PackageRestore
{
    private static readonly TimeSpan FloatingLifetime = TimeSpan.FromDays(1);

    /// <summary>The packages of the set and everything that they depend on.</summary>
    /// <exception cref="InvalidOperationException">The restore failed; the message says why and what to do.</exception>
    public static async Task<IReadOnlyList<ResolvedPackageReference>> RunAsync(PackageSet set, CancellationToken cancellationToken)
    {
        var folder = set.Folder();
        Directory.CreateDirectory(folder);
        await using var turn = await LockAsync(Path.Combine(folder, "lock"), cancellationToken).ConfigureAwait(false);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        var stamp = new FileInfo(Path.Combine(folder, "restored"));
        var known = stamp.Exists ? TryRead(assets) : null;
        if (known is not null && (!set.IsFloating || DateTime.UtcNow - stamp.LastWriteTimeUtc < FloatingLifetime))
        {
            return known;
        }

        set.WriteProject(folder);
        var (exitCode, output) = await RunDotNetAsync(folder, cancellationToken).ConfigureAwait(false);
        if (exitCode == 0)
        {
            await File.WriteAllTextAsync(stamp.FullName, "", cancellationToken).ConfigureAwait(false);
            return PackageAssets.Read(assets);
        }

        // Without a network, yesterday's choice of a floating version is better than none.
        return known ?? throw new InvalidOperationException(Explain(output));
    }

    private static IReadOnlyList<ResolvedPackageReference>? TryRead(string assets)
    {
        try
        {
            return PackageAssets.Read(assets);
        }
        catch (Exception exception) when (exception is IOException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Two kernels that ask for the same packages at once take turns.</summary>
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<(int ExitCode, string Output)> RunDotNetAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(HostRuntime.DotNet(), ["restore", "packages.csproj", "--nologo", "-v:q", "-nodeReuse:false", "-p:NuGetInteractive=false"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build that started this process must not pass its own MSBuild and settings on.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output.ConfigureAwait(false) + await error.ConfigureAwait(false));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"Packages are restored by the .NET SDK, and '{start.FileName}' cannot be started: {exception.Message}. Install the SDK, or put it on the PATH.", exception);
        }
    }

    private static string Explain(string output)
    {
        var problems = Problem().Matches(output).Select(m => (Code: m.Groups["code"].Value, Text: m.Groups["text"].Value.Trim())).Distinct().ToList();
        if (problems.Count == 0)
        {
            return output.Contains("No .NET SDKs were found", StringComparison.Ordinal)
                ? "Packages are restored by the .NET SDK, and only the .NET runtime is installed here."
                : $"dotnet restore failed:\n{output.Trim()}";
        }

        var lines = problems.Select(p => $"{p.Text} ({p.Code})").ToList();
        if (problems.Any(p => p.Code is "NU1301" or "NU1801"))
        {
            lines.Add("A source could not be reached. Check the network and the address of the source.");
        }
        else if (problems.Any(p => p.Code == "NU1101"))
        {
            lines.Add("Check the spelling, or add the source that has the package: #i \"nuget: address or folder\".");
        }
        else if (problems.Any(p => p.Code is "NU1102" or "NU1103"))
        {
            lines.Add("Ask for a version that the source has, or leave the version out for the newest.");
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(error|warning) (?<code>NU\d{4}):? (?<text>.*?)(\s*\[[^\[\]]*\.csproj\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Problem();
}
