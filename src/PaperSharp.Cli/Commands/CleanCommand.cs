using System.CommandLine;
using PaperSharp.Cli.Authoring;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class CleanCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Names or .ipynb files.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Changes nothing; names the notebooks that would change and fails if there are any." };
        var command = new Command("clean", "Removes outputs, run numbers and what editors left behind from notebooks.") { notebooks, check };
        command.SetAction(parse => Run(parse.GetRequiredValue(notebooks), parse.GetValue(check)));
        return command;
    }

    private static int Run(string[] names, bool check)
    {
        var repository = Repository.Find();
        var changed = 0;
        foreach (var path in names.Select(name => Catalogue.Find(repository, name).Path).ToList())
        {
            var clean = NotebookJson.Text(NotebookCleaner.Clean(NotebookJson.Load(path)), path);
            if (clean == File.ReadAllText(path))
            {
                continue;
            }

            changed++;
            Terminal.Out.WriteLine($"{(check ? "would change" : "cleaned")} {Terminal.Shown(path)}");
            if (!check)
            {
                NotebookJson.Save(NotebookCleaner.Clean(NotebookJson.Load(path)), path);
            }
        }

        return check && changed > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }
}
