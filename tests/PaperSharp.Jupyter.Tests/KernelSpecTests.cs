using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter.Tests;

public sealed class KernelSpecTests : IDisposable
{
    private readonly DirectoryInfo _prefix = Directory.CreateTempSubdirectory("spec");

    public void Dispose() => _prefix.Delete(recursive: true);

    [Fact]
    public void Install_ThenRemove_WritesAndDeletesTheSpecification()
    {
        var folder = KernelSpec.Install(["/x/papers", "kernel", "start"], _prefix.FullName);
        Assert.Equal(Path.Combine(_prefix.FullName, "share", "jupyter", "kernels", ".net-csharp"), folder);
        var specification = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal(["/x/papers", "kernel", "start", "--connection-file", "{connection_file}"], specification["argv"]!.AsArray().Select(a => (string?)a));
        Assert.Equal("message", (string?)specification["interrupt_mode"]);

        Assert.Equal(folder, KernelSpec.Remove(_prefix.FullName));
        Assert.False(Directory.Exists(folder));
        Assert.Null(KernelSpec.Remove(_prefix.FullName));
    }
}
