using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperSharp;

/// <summary>The figures that a notebook arrives at, beside the paper's. Written to the file PAPERS_RESULTS as they come.</summary>
public static class Results
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly List<ResultRow> s_rows = [];
    private static readonly List<ClaimRow> s_claims = [];
    private static readonly SortedDictionary<string, string> s_data = new(StringComparer.Ordinal);

    /// <summary>What has been recorded, in order.</summary>
    public static IReadOnlyList<ResultRow> Rows => s_rows;

    /// <summary>The paper's claims that have been checked, in order.</summary>
    public static IReadOnlyList<ClaimRow> Claims => s_claims;

    /// <summary>Records a figure; a second one of the same metric replaces the first.</summary>
    /// <param name="metric">What was measured.</param>
    /// <param name="ours">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="paper">The paper's figure as printed there.</param>
    /// <param name="source">Where the paper prints it.</param>
    /// <param name="note">Why the two differ.</param>
    /// <exception cref="ArgumentException">The figure is infinite or not a number.</exception>
    public static void Record(string metric, double ours, string unit, string? paper = null, string? source = null, string? note = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        if (!double.IsFinite(ours))
        {
            throw new ArgumentException($"The figure for '{metric}' is {ours.ToString(CultureInfo.InvariantCulture)}: the training has diverged or the measurement is wrong.", nameof(ours));
        }

        Put(s_rows, new ResultRow(metric, ours, unit, paper, source, note, Seconds), earlier => earlier.Metric == metric);
    }

    /// <summary>A table of the recorded figures beside the paper's; show it with <c>display</c> or as a cell's value.</summary>
    public static NotebookView Table()
    {
        var context = $"{Session.Name(Session.Profile)} on {Session.Device}, seed {Session.Seed}";
        string[] head = ["", "paper", $"ours ({context})", "source", "note"];
        return TableView.Of(head, s_rows.Select(row => new[] { row.Metric, WithUnit(row.Paper, row.Unit), WithUnit(Numeral.Text(row.Ours, 5), row.Unit), row.Source ?? "", row.Note ?? "" }));
    }

    internal static void Claim(string claim, string ours, string criterion, bool holds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(claim);
        ArgumentException.ThrowIfNullOrWhiteSpace(ours);
        ArgumentException.ThrowIfNullOrWhiteSpace(criterion);
        Put(s_claims, new ClaimRow(claim, ours, criterion, holds, Seconds), earlier => earlier.Claim == claim);
    }

    internal static void NoteData(string name, string origin)
    {
        lock (s_data)
        {
            s_data[name] = origin;
        }
    }

    internal static void Clear()
    {
        s_rows.Clear();
        s_claims.Clear();
        lock (s_data)
        {
            s_data.Clear();
        }
    }

    internal static void Write(string path)
    {
        var content = new
        {
            Profile = Session.Name(Session.Profile),
            Device = Session.Device.ToString(),
            Session.Backend,
            Session.Seed,
            Date = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Seconds,
            Data = s_data,
            ChecksPassed = Check.Passed,
            Claims = s_claims,
            Results = s_rows,
        };
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, content, s_json));
    }

    private static double Seconds => Math.Round(Session.Elapsed.TotalSeconds, 1);

    private static void Put<T>(List<T> rows, T row, Predicate<T> same)
    {
        var old = rows.FindIndex(same);
        if (old >= 0)
        {
            rows[old] = row;
        }
        else
        {
            rows.Add(row);
        }

        if (Environment.GetEnvironmentVariable("PAPERS_RESULTS") is { Length: > 0 } path)
        {
            Write(path);
        }
    }

    private static string WithUnit(string? figure, string unit) => figure is null ? "" : $"{figure} {unit}".TrimEnd();
}
