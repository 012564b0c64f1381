using System.CommandLine;
using PaperSharp.Cli.Authoring;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class TextCommand
{
    private const string Markdown = ".md";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A notebook (name or .ipynb), to be written as text; or a text (.md), to be made a notebook." };
        var output = new Option<string?>("--out") { Description = "The file to write (the same name with the other ending, if not said)." };
        var keep = new Option<bool>("--keep-outputs") { Description = "Keeps the outputs of the existing notebook for the cells whose id and code are unchanged." };
        var force = new Option<bool>("--force") { Description = "Overwrites also what would lose something." };
        var command = new Command("text", "Writes a notebook as Markdown with its code in fences, or makes such a text a notebook again.") { file, output, keep, force };
        command.SetAction(parse =>
        {
            var name = parse.GetRequiredValue(file);
            return name.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase)
                ? ToNotebook(name, parse.GetValue(output), parse.GetValue(keep), parse.GetValue(force))
                : ToText(name, parse.GetValue(output), parse.GetValue(force));
        });
        return command;
    }

    private static int ToText(string name, string? output, bool force)
    {
        var source = Catalogue.Find(Repository.Find(), name).Path;
        var target = output ?? Path.ChangeExtension(source, Markdown);
        if (!force && File.Exists(target) && !NotebookFromText.IsNotebook(File.ReadAllText(target)))
        {
            throw new PapersException($"{target} exists and is not a notebook's text. Give another file with --out, or --force to overwrite it.");
        }

        Write(target, () => File.WriteAllText(target, TextFromNotebook.Write(NotebookJson.Load(source), source)));
        Terminal.Out.WriteLine(target);
        return ExitCodes.Success;
    }

    private static int ToNotebook(string source, string? output, bool keep, bool force)
    {
        if (!File.Exists(source))
        {
            throw new PapersException($"there is no file {source}. 'papers text <notebook>' writes one.");
        }

        var notebook = NotebookFromText.Read(File.ReadAllText(source), source);
        var target = output ?? Path.ChangeExtension(source, ".ipynb");
        if (File.Exists(target))
        {
            var existing = NotebookJson.Load(target);
            if (keep)
            {
                var (before, kept) = KeptOutputs.Merge(notebook, existing);
                Terminal.Error.WriteLine($"papers: {kept} of {before} cells kept their outputs");
            }
            else if (!force && KeptOutputs.Any(existing))
            {
                throw new PapersException($"{target} has outputs, which would be lost. Keep those of unchanged cells with --keep-outputs, or drop all with --force.");
            }
        }

        Write(target, () => NotebookJson.Save(notebook, target));
        Terminal.Out.WriteLine(target);
        return ExitCodes.Success;
    }

    private static void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PapersException($"cannot write {path}: {error.Message} Give another file with --out.");
        }
    }
}
