using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// The usings of the files that a cell loads. Roslyn keeps them to those files; in notebooks they hold for the next cells,
/// when these run and when they are only compiled.
/// </summary>
internal static class LoadedUsings
{
    public static string Of(Compilation compilation) => string.Join(
        '\n',
        compilation.SyntaxTrees.SkipLast(1)
            .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            .Select(directive => directive.NormalizeWhitespace().ToString())
            .Distinct());
}
