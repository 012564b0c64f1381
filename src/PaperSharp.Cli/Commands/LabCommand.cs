using System.CommandLine;

namespace PaperSharp.Cli.Commands;

internal static class LabCommand
{
    public static Command Create()
    {
        var rest = new Argument<string[]>("arguments") { Description = "Handed on to Jupyter.", Arity = ArgumentArity.ZeroOrMore, CaptureRemainingTokens = true };
        var command = new Command("lab", "Opens the notebooks in JupyterLab, or in classic Notebook.") { rest };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(rest) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] rest, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        var jupyter = Tool.Find("jupyter-lab", "jupyter-notebook")
            ?? throw new PapersException("neither JupyterLab nor Notebook is on PATH. On Debian: sudo apt-get install jupyter-notebook; elsewhere: pip install jupyterlab");
        await RunCommand.FetchWebAssetsAsync(repository, cancellation);
        KernelCommand.Register();
        return await Tool.RunAsync(jupyter, [.. rest, repository.Notebooks], repository.Root, cancellation);
    }
}
