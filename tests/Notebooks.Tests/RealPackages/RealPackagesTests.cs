using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Notebooks.Tests.RealPackages;

/// <summary>What is written against the stand-ins must compile against the packages that they stand in for.</summary>
public sealed class RealPackagesTests
{
    [RealPackagesFact]
    public void Library_AgainstTheRealPackages_Compiles()
    {
        var (exitCode, output) = RealPackages.Build;
        Assert.True(exitCode == 0, output);
    }

    [RealPackagesFact]
    public void Notebooks_AgainstTheRealPackages_Compile()
    {
        Assert.Equal(0, RealPackages.Build.ExitCode);
        var faults = Notebooks.All.AsEnumerable<object[]>().SelectMany(row => FaultsOf((string)row[0])).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static List<string> FaultsOf(string path)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var setup = File.ReadAllLines(Path.Combine(Notebooks.Root, "notebooks", "setup.csx")).Where(line => !line.StartsWith("#load", StringComparison.Ordinal));
        var options = ScriptOptions.Default
            .WithReferences(RealPackages.Assemblies.Concat(Directory.EnumerateFiles(framework, "System.*.dll").Append(Path.Combine(framework, "netstandard.dll"))).Where(IsManaged))
            .WithImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel");
        var script = CSharpScript.Create(string.Join('\n', setup), options.WithFilePath("setup.csx"));
        var faults = new List<string>();
        var number = 0;
        foreach (var cell in Notebooks.Cells(path).Where(Notebooks.IsCode))
        {
            var lines = Notebooks.Source(cell).Split('\n').Where(line => !line.StartsWith("#load", StringComparison.Ordinal));
            script = script.ContinueWith(string.Join('\n', lines), options.WithFilePath($"{path}, cell {++number}"));
            faults.AddRange(script.GetCompilation().GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        }

        return faults;
    }

    private static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }
}
