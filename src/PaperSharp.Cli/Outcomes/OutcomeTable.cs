using System.Globalization;
using System.Text;

namespace PaperSharp.Cli.Outcomes;

/// <summary>
/// The file <c>notebooks/RESULTS.md</c>: what became of every paper's claims, a row each. A run replaces the rows of its
/// notebook and profile; all others stay.
/// </summary>
internal sealed class OutcomeTable
{
    /// <summary>Its name, in the folder of the notebooks.</summary>
    public const string FileName = "RESULTS.md";

    private const string Introduction = """
        # Results

        What became of each paper's claims when its notebook ran, written by `papers run all --profile quick` (or `full`; or a chapter's folder name for `all`). *Ours* is the notebook's own measurement, *criterion* what it takes to count as shown; ✓ where it was met. Seconds are those of the whole notebook, on the machine that ran it.

        | paper | claim | ours | criterion | | profile | seconds | device | seed | date |
        |---|---|---|---|---|---|---|---|---|---|

        """;

    private const int ProfileColumn = 5;

    private static readonly string[] s_profiles = ["quick", "full"];

    private readonly string _path;
    private readonly IReadOnlyList<CatalogueEntry> _papers;
    private readonly string _folder;
    private readonly Dictionary<(string Link, string Profile), List<string>> _rows = [];

    /// <param name="repository">The checkout.</param>
    public OutcomeTable(Repository repository)
    {
        _folder = repository.Notebooks;
        _path = Path.Combine(_folder, FileName);
        _papers = Catalogue.Papers(repository);
        foreach (var line in File.Exists(_path) ? File.ReadAllLines(_path) : [])
        {
            var cells = line.Split(" | ");
            if (line.StartsWith("| [", StringComparison.Ordinal) && cells.Length == 10 && _papers.Select(Link).FirstOrDefault(link => cells[0].EndsWith(link, StringComparison.Ordinal)) is { } paper)
            {
                Rows(paper, cells[ProfileColumn]).Add(line);
            }
        }
    }

    /// <summary>Takes down the outcome of a run, in place of the earlier one's.</summary>
    /// <param name="paper">The notebook.</param>
    /// <param name="profile">The profile that it ran in.</param>
    /// <param name="results">What it recorded, or null where it recorded nothing.</param>
    /// <param name="ended">Whether it ran to its end.</param>
    /// <param name="seconds">How long it ran.</param>
    public void Put(CatalogueEntry paper, string profile, RunResults? results, bool ended, double seconds)
    {
        var rows = Rows(Link(paper), profile);
        rows.Clear();
        rows.AddRange((results?.Claims ?? []).Select(claim => Row(claim.Claim, claim.Ours, claim.Criterion, claim.Holds ? "✓" : "✗")));
        if (!ended && (results?.Claims ?? []).All(claim => claim.Holds))
        {
            rows.Add(Row("–", "the notebook did not run to its end", "–", "✗"));
        }
        else if (rows.Count == 0)
        {
            rows.Add(Row("–", "no claim was checked", "–", "–"));
        }

        string Row(string claim, string ours, string criterion, string mark) => "| " + string.Join(" | ",
            $"[{Cell(paper.Title())}]{Link(paper)}", Cell(claim), Cell(ours), Cell(criterion), mark, profile,
            seconds.ToString("0", CultureInfo.InvariantCulture), results?.Device ?? "–",
            results?.Seed.ToString(CultureInfo.InvariantCulture) ?? "–",
            (results?.Date ?? DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) + " |";
    }

    /// <summary>Writes the file: the papers along the learning path, each in <c>quick</c> and then in <c>full</c>.</summary>
    public void Save()
    {
        var text = new StringBuilder(Introduction);
        foreach (var row in _papers.SelectMany(paper => s_profiles.SelectMany(profile => Rows(Link(paper), profile))))
        {
            text.Append(row).Append('\n');
        }

        AtomicFile.Write(_path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private List<string> Rows(string link, string profile) =>
        _rows.TryGetValue((link, profile), out var rows) ? rows : _rows[(link, profile)] = [];

    private string Link(CatalogueEntry paper) => $"({Path.GetRelativePath(_folder, paper.Path).Replace('\\', '/')})";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();
}
