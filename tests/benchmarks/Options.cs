using System.Globalization;

namespace PaperSharp.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(bool Compare, IReadOnlyList<Model> Models, double Seconds, int Rounds)
{
    /// <summary>The options, or null where the arguments make no sense.</summary>
    public static Options? Parse(string[] arguments)
    {
        var compare = arguments is ["compare", ..];
        var models = new List<Model>();
        var (seconds, rounds) = (3.0, 5);
        for (var i = compare ? 1 : 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out seconds) && seconds > 0:
                case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out rounds) && rounds > 0:
                    i++;
                    break;
                case var name when Catalogue.Find(name) is { } model:
                    models.Add(model);
                    break;
                default:
                    return null;
            }
        }

        if (compare && models.Count == 0)
        {
            models.AddRange(Catalogue.Models);
        }

        return compare || models.Count == 1 ? new Options(compare, models, seconds, rounds) : null;
    }
}
