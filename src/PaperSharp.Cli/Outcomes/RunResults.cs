using System.Text.Json;

namespace PaperSharp.Cli.Outcomes;

/// <summary>What a run of a notebook wrote down of itself.</summary>
/// <param name="Profile">smoke, quick or full.</param>
/// <param name="Device">cpu or cuda, with its number.</param>
/// <param name="Seed">Seed of its random numbers.</param>
/// <param name="Date">When, in UTC.</param>
/// <param name="Claims">The paper's claims that it checked, in order.</param>
internal sealed record RunResults(string Profile, string Device, long Seed, DateTimeOffset Date, IReadOnlyList<ClaimRow> Claims)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a results file; null where there is none, since a notebook that records nothing writes none.</summary>
    /// <exception cref="PapersException">The file is not one that a run wrote.</exception>
    public static RunResults? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<RunResults>(File.ReadAllBytes(path), s_json) is { Profile: not null, Device: not null, Claims: not null } results
                ? results
                : throw new PapersException($"{path} is not the results file of a run.");
        }
        catch (JsonException error)
        {
            throw new PapersException($"{path} is not the results file of a run: {error.Message}");
        }
    }
}
