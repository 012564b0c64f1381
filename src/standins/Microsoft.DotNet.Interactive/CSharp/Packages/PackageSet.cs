using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>The packages and sources that a session has asked for, and the project that stands for them.</summary>
internal sealed record PackageSet(IReadOnlyList<PackageReference> Packages, IReadOnlyList<string> Sources)
{
    private static readonly string[] Stoppers = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>Whether a later restore may find newer versions.</summary>
    public bool IsFloating => Packages.Any(p => !p.IsPackageVersionSpecified || p.PackageVersion.Contains('*', StringComparison.Ordinal));

    /// <summary>The folder in the user's cache that belongs to this set and to no other.</summary>
    public string Folder() => Path.Combine(CacheFolder(), Key());

    /// <summary>Writes the project. Empty build files beside it keep those of folders above away.</summary>
    public void WriteProject(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var stopper in Stoppers)
        {
            File.WriteAllText(Path.Combine(folder, stopper), "<Project />\n");
        }

        Project().Save(Path.Combine(folder, "packages.csproj"));
    }

    private static string CacheFolder()
    {
        var root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root))
        {
            root = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.Combine(root, "papersharp", "packages");
    }

    private static string VersionOf(PackageReference package) => package.IsPackageVersionSpecified ? package.PackageVersion : "*";

    private string Key()
    {
        var lines = Packages.Select(p => $"{p.PackageName.ToLowerInvariant()} {VersionOf(p)}").Order(StringComparer.Ordinal)
            .Concat(Sources).Append(Framework).Append(HostRuntime.Identifier);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];
    }

    private XDocument Project() => new(
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", Framework),
                new XElement("RuntimeIdentifier", HostRuntime.Identifier),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("TreatWarningsAsErrors", "false"),
                new XElement("ManagePackageVersionsCentrally", "false"),
                new XElement("RestoreIgnoreFailedSources", "true"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources))),
            new XElement(
                "ItemGroup",
                Packages.Select(p => new XElement("PackageReference", new XAttribute("Include", p.PackageName), new XAttribute("Version", VersionOf(p)))))));
}
