using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>Compiles a small library, as a user's own project would.</summary>
internal static class LibraryFile
{
    public static string Compile(string folder, string name, string code, params string[] references)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] all = [typeof(object).Assembly.Location, Path.Combine(framework, "System.Runtime.dll"), .. references];
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            all.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".dll");
        using var file = File.Create(path);
        var result = compilation.Emit(file);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
