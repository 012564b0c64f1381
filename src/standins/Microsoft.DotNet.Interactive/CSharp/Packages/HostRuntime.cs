using System.Runtime.InteropServices;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>The .NET that runs this process.</summary>
internal static class HostRuntime
{
    /// <summary>The portable runtime identifier, such as <c>linux-x64</c>, by which packages name their native parts.</summary>
    public static string Identifier { get; } = $"{PlatformName()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The <c>dotnet</c> program that belongs to this runtime, else the one on the path.</summary>
    public static string DotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string?[] candidates =
        [
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Path.GetFullPath(Path.Combine(shared, "..", "..", "..", name)),
            Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? Path.Combine(root, name) : null,
        ];
        return candidates.FirstOrDefault(File.Exists) ?? name;
    }

    private static string PlatformName() => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : IsMusl() ? "linux-musl" : "linux";

    private static bool IsMusl() => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
}
