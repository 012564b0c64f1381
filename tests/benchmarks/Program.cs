using System.Globalization;
using PaperSharp.Benchmarks;
using static TorchSharp.torch;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Usage = """
    Benchmarks <model> [--seconds N]                      times one model and prints one JSON line
    Benchmarks compare [<model>…] [--rounds N] [--seconds N]   times it in C# and in Python by turns
    Models: 
    """;

var options = Options.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(Usage + string.Join(", ", Catalogue.Models.Select(model => model.Name)));
    return 2;
}

if (options.Compare)
{
    return Comparison.Run(options);
}

set_num_threads(1);
manual_seed(1);
Measurement.Run(options.Models[0], options.Seconds);
return 0;
