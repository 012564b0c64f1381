using System.CommandLine;
using PaperSharp.Cli.Authoring;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class NewCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("chapter/name") { Description = "Where it goes: notebooks/<chapter>/<name>.ipynb." };
        var title = new Option<string?>("--title") { Description = "The paper's title." };
        var command = new Command("new", "Writes a notebook with every part that it must have, and its first solution; each runs as it is.") { place, title };
        command.SetAction(parse =>
        {
            foreach (var path in NewNotebook.Write(Repository.Find(), parse.GetRequiredValue(place), parse.GetValue(title)))
            {
                Terminal.Out.WriteLine(path);
            }

            Terminal.Out.WriteLine($"Replace what is marked ✎; 'papers check {parse.GetRequiredValue(place).Split('/')[1]}' lists what is left to write.");
            return ExitCodes.Success;
        });
        return command;
    }
}
