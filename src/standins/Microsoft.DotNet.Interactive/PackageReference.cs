using System.Text.RegularExpressions;

namespace Microsoft.DotNet.Interactive;

/// <summary>A package that a cell asks for: <c>#r "nuget: Id"</c> or <c>#r "nuget: Id, Version"</c>.</summary>
public partial class PackageReference
{
    public PackageReference(string packageName, string? packageVersion = null)
    {
        PackageName = packageName;
        PackageVersion = packageVersion ?? "";
    }

    public string PackageName { get; }

    /// <summary>The version as written, floating (<c>13.*</c>) or not; empty where the cell leaves it open.</summary>
    public string PackageVersion { get; }

    public bool IsPackageVersionSpecified => PackageVersion.Length > 0;

    public static bool TryParse(string value, out PackageReference? reference)
    {
        var match = Pattern().Match(value);
        reference = match.Success ? new PackageReference(match.Groups["name"].Value, match.Groups["version"].Value) : null;
        return match.Success;
    }

    public override string ToString() => IsPackageVersionSpecified ? $"{PackageName},{PackageVersion}" : PackageName;

    [GeneratedRegex(@"^\s*nuget\s*:\s*(?<name>[\w.-]+)\s*(,\s*(?<version>[^,\s][^""]*?)\s*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>A package on this machine: the version that was chosen and the assemblies that it brings.</summary>
public class ResolvedPackageReference : PackageReference
{
    public ResolvedPackageReference(string packageName, string packageVersion, IReadOnlyList<string> assemblyPaths, string? packageRoot = null, IReadOnlyList<string>? probingPaths = null)
        : base(packageName, packageVersion)
    {
        AssemblyPaths = assemblyPaths;
        PackageRoot = packageRoot;
        ProbingPaths = probingPaths ?? [];
    }

    public IReadOnlyList<string> AssemblyPaths { get; }

    /// <summary>Folders in which native libraries are looked for.</summary>
    public IReadOnlyList<string> ProbingPaths { get; }

    public string? PackageRoot { get; }
}
