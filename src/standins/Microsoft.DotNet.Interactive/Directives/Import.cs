using System.Text.Json;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>
/// Runs the code of a file in the kernels at hand. What an imported file imports, loads or references by a relative
/// path lies beside that file.
/// </summary>
internal sealed class Import(Kernel kernel)
{
    private readonly List<string> _open = [];

    public async Task RunAsync(string path, KernelCommand command, KernelInvocationContext context)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"#!import: there is no file {CSharp.ScriptPaths.Show(file.FullName)}.");
        }

        if (_open.Contains(file.FullName))
        {
            var chain = string.Join(" imports ", _open.SkipWhile(p => p != file.FullName).Append(file.FullName).Select(CSharp.ScriptPaths.Show));
            throw new InvalidOperationException($"#!import goes round in a circle: {chain}.");
        }

        _open.Add(file.FullName);
        try
        {
            foreach (var part in Read(file))
            {
                part.SetParent(command);
                var result = await kernel.RootKernel.SendAsync(part);
                if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
                {
                    context.Fail(context.Command, failed.Exception, failed.Message);
                    return;
                }
            }
        }
        finally
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private static IEnumerable<SubmitCode> Read(FileInfo file)
    {
        switch (file.Extension.ToLowerInvariant())
        {
            case ".ipynb":
                return ReadNotebook(file);
            case ".dib":
                return [new SubmitCode(WithoutMetadata(File.ReadAllText(file.FullName)), "csharp") { SourceName = file.FullName }];
            case ".cs" or ".csx":
                return [new SubmitCode(File.ReadAllText(file.FullName), "csharp") { SourceName = file.FullName }];
            case ".html" or ".htm":
                return [new SubmitCode(File.ReadAllText(file.FullName), "html")];
            case ".js":
                return [new SubmitCode(File.ReadAllText(file.FullName), "javascript")];
            case ".md":
                return [new SubmitCode(File.ReadAllText(file.FullName), "markdown")];
            default:
                throw new NotSupportedException($"#!import runs .ipynb, .dib, .csx, .cs, .html, .js and .md files, and {file.Name} is none of them.");
        }
    }

    private static IEnumerable<SubmitCode> ReadNotebook(FileInfo file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file.FullName));
        if (!json.RootElement.TryGetProperty("cells", out var cells))
        {
            throw new InvalidDataException($"{file.Name} is no notebook: it has no cells.");
        }

        var number = 0;
        foreach (var cell in cells.EnumerateArray().Where(c => c.GetProperty("cell_type").GetString() == "code"))
        {
            number++;
            var source = cell.GetProperty("source");
            var code = source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;
            yield return new SubmitCode(code, LanguageOf(cell)) { SourceName = $"{file.FullName}, cell {number}" };
        }
    }

    private static string LanguageOf(JsonElement cell)
    {
        if (cell.TryGetProperty("metadata", out var metadata))
        {
            foreach (var (key, name) in new[] { ("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language") })
            {
                if (metadata.TryGetProperty(key, out var section) && section.TryGetProperty(name, out var language) && language.GetString() is { } found)
                {
                    return found;
                }
            }
        }

        return "csharp";
    }

    /// <summary>A .dib file is one long cell, but for the block of settings at its top.</summary>
    private static string WithoutMetadata(string text)
    {
        var inMetadata = false;
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                inMetadata = line.Trim() == "#!meta";
            }

            return inMetadata ? "" : line;
        }));
    }
}
