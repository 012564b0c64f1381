using System.Diagnostics;
using Spectre.Console;

namespace PaperSharp.Benchmarks;

/// <summary>Times models in C# and in Python by turns, each in a process of its own, and shows the ratio of the medians.</summary>
internal static class Comparison
{
    private const string Python = "/usr/bin/python3";

    public static int Run(Options options)
    {
        if (!File.Exists(Python) || Start(Python, "-c", "import torch").ExitCode != 0)
        {
            Console.Error.WriteLine($"{Python} has no torch to compare with. Install Debian's: apt-get install python3-torch");
            return 1;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("model");
        foreach (var heading in (string[])["C# ms", "Python ms", "C#/Python", "bar", "processor time"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var model in options.Models)
        {
            var (ours, theirs) = Time(model, options);
            var ratio = ours.Milliseconds / theirs.Milliseconds;
            var processor = ours.Processor / theirs.Processor;
            Console.WriteLine($$"""{"model":"{{model.Name}}","csharp":{{ours.Milliseconds:G5}},"python":{{theirs.Milliseconds:G5}},"ratio":{{ratio:F3}},"bar":{{model.Bar}},"processorRatio":{{processor:F3}}}""");
            table.AddRow(
                model.Name, $"{ours.Milliseconds:G4}", $"{theirs.Milliseconds:G4}", $"{ratio:F2}",
                $"{model.Bar:F2} {(ratio <= model.Bar ? "met" : "missed")}", $"{processor:F2}");
        }

        AnsiConsole.Write(table);
        return 0;
    }

    /// <summary>The medians over all rounds.</summary>
    private static (Measurement Ours, Measurement Theirs) Time(Model model, Options options)
    {
        var (ours, theirs) = (new List<Measurement>(), new List<Measurement>());
        var seconds = $"{options.Seconds}";
        for (var round = 0; round < options.Rounds; round++)
        {
            ours.Add(Measure(Environment.ProcessPath!, model.Name, "--seconds", seconds));
            theirs.Add(Measure(Python, Path.Combine(AppContext.BaseDirectory, "python", model.Python), "--seconds", seconds));
        }

        return (Median(ours), Median(theirs));
    }

    private static Measurement Median(List<Measurement> rounds) => rounds[0] with
    {
        Milliseconds = Measurement.Median(rounds.Select(round => round.Milliseconds)),
        Processor = Measurement.Median(rounds.Select(round => round.Processor)),
    };

    private static Measurement Measure(string program, params string[] arguments)
    {
        var (exitCode, output, error) = Start(program, arguments);
        return exitCode == 0 && Measurement.Parse(output) is { } measurement
            ? measurement
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed ({exitCode}):\n{error}");
    }

    private static (int ExitCode, string Output, string Error) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // One thread each, in the libraries under libtorch too.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
