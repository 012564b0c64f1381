using System.CommandLine;

namespace PaperSharp.Cli.Commands;

internal static class BenchCommand
{
    public static Command Create()
    {
        var models = new Argument<string[]>("model") { Description = "Which models (all of them, if none is named).", Arity = ArgumentArity.ZeroOrMore };
        var seconds = new Option<double?>("--seconds") { Description = "How long each language runs in each round." };
        var command = new Command("bench", "Times the same models in C# and in PyTorch, on the same libtorch, by turns.") { models, seconds };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(models) ?? [], parse.GetValue(seconds), cancellation));
        return command;
    }

    private static Task<int> RunAsync(string[] models, double? seconds, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        List<string> arguments = ["run", "--configuration", "Release", "--project", Path.Combine("tests", "benchmarks"), "--", "compare", .. models];
        if (seconds is { } value)
        {
            arguments.AddRange(["--seconds", value.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        return Tool.RunAsync("dotnet", arguments, repository.Root, cancellation);
    }
}
