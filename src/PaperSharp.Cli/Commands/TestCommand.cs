using System.CommandLine;
using Spectre.Console;

namespace PaperSharp.Cli.Commands;

internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Only the tests whose full name contains this." };
        var command = new Command("test", "Runs every test, and every notebook in its smoke profile.") { filter };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(filter), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, CancellationToken cancellation)
    {
        var repository = Repository.Find();
        if (OperatingSystem.IsLinux())
        {
            await Tool.RunAsync(Path.Combine(repository.Root, "environment", "test-tools.sh"), [], repository.Root, cancellation);
        }

        var results = Path.Combine(repository.Artifacts, "test-results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        Terminal.Out.MarkupLine("building the tests");
        var build = await Tool.RunAsync("dotnet", ["build", "PaperSharp.slnx", "--configuration", "Release", "--nologo", "--verbosity", "quiet"], repository.Root, cancellation);
        if (build != 0)
        {
            throw new PapersException("the tests do not build (above).", ExitCodes.Failure);
        }

        // One project at a time: some tests measure memory, others start processes, and the machine may be small.
        List<string> arguments =
        [
            "test", "PaperSharp.slnx", "--configuration", "Release", "--no-build", "--nologo", "-maxcpucount:1",
            "--logger", "trx", "--results-directory", results,
        ];
        if (filter is not null)
        {
            arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        }

        var exit = await Tool.RunAsync("dotnet", arguments, repository.Root, cancellation);
        var summary = TestSummary.Read(results);
        foreach (var test in summary.SkippedTests)
        {
            Terminal.Out.WriteLine($"skipped: {test}");
        }

        foreach (var test in summary.FailedTests)
        {
            Terminal.Out.WriteLine($"failed: {test}");
        }

        // A test host that died leaves no failed test behind, only the exit code.
        var failed = exit != 0 && summary.Failed == 0 ? 1 : summary.Failed;
        if (failed > summary.Failed)
        {
            Terminal.Out.WriteLine("failed: a test process ended before its tests did (above)");
        }

        Terminal.Out.WriteLine($"{summary.Passed} passed, {failed} failed" + (summary.Skipped > 0 ? $", {summary.Skipped} skipped" : ""));
        return failed == 0 && summary.Passed > 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
