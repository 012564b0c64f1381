using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Microsoft.DotNet.Interactive.CSharp.Packages;

/// <summary>A line such as <c>#r "nuget: Id, 1.0"</c> or <c>#i "nuget: folder"</c>, with the file that says it (null for a cell) and its line, from 1.</summary>
internal sealed record PackageDirective(bool IsSource, string Value, string? File, int Line);

/// <summary>Finds the lines that speak of packages, in a cell and in the files that it loads.</summary>
internal static partial class PackageDirectives
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>A quick no for nearly every cell.</summary>
    public static bool MayBeIn(string code) =>
        code.Contains("nuget:", StringComparison.OrdinalIgnoreCase) || code.Contains("#load", StringComparison.Ordinal);

    public static IReadOnlyList<PackageDirective> Find(string code, string? file)
    {
        var found = new List<PackageDirective>();
        Find(code, file, found, new HashSet<string>(StringComparer.Ordinal));
        return found;
    }

    /// <summary>The same code without those lines, which the compiler would not understand; no other line moves.</summary>
    public static string Blank(string code)
    {
        if (!code.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return code;
        }

        var text = new StringBuilder(code);
        foreach (var match in In(code))
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                text[i] = ' ';
            }
        }

        return text.ToString();
    }

    private static void Find(string code, string? file, List<PackageDirective> found, HashSet<string> seen)
    {
        if (code.Contains("#load", StringComparison.Ordinal))
        {
            var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
            for (var load = root.GetFirstDirective(d => d.IsKind(SyntaxKind.LoadDirectiveTrivia)); load is not null; load = load.GetNextDirective(d => d.IsKind(SyntaxKind.LoadDirectiveTrivia)))
            {
                var path = ScriptPaths.Resolve(((LoadDirectiveTriviaSyntax)load).File.ValueText, file);
                if (load.IsActive && seen.Add(path) && File.Exists(path))
                {
                    Find(File.ReadAllText(path), path, found, seen);
                }
            }
        }

        found.AddRange(In(code).Select(match => new PackageDirective(
            match.Groups["kind"].Value == "i",
            match.Groups["value"].Value.Trim(),
            file,
            code.AsSpan(0, match.Index).Count('\n') + 1)));
    }

    private static IEnumerable<Match> In(string code)
    {
        var matches = Line().Matches(code);
        if (matches.Count == 0)
        {
            return [];
        }

        // What looks like a directive may stand in a string, in a comment or in a region that #if leaves out.
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        return matches.Where(match => root.FindTrivia(match.Groups["kind"].Index - 1) is { IsDirective: true } trivia && ((DirectiveTriviaSyntax)trivia.GetStructure()!).IsActive);
    }

    [GeneratedRegex(@"^[ \t]*#(?<kind>[ri])[ \t]+""(?<value>nuget:[^""\r\n]*)""[^\r\n]*", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
