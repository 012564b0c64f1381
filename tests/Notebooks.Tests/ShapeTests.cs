using System.Globalization;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>The parts that every paper's notebook has, and the rules that its file obeys.</summary>
public sealed partial class ShapeTests
{
    public static TheoryData<string> Papers => Notebooks.Papers;

    public static TheoryData<string> All => Notebooks.All;

    [Theory, MemberData(nameof(All))]
    public void File_Always_IsNotebook45OfThisKernelWithUniqueCellIds(string notebook)
    {
        var json = Notebooks.Read(notebook);
        var ids = Notebooks.Cells(notebook).Select(cell => (string?)cell["id"]).ToList();

        Assert.Equal((4, 5), ((int)json["nbformat"]!, (int)json["nbformat_minor"]!));
        Assert.Equal(".net-csharp", (string?)json["metadata"]!["kernelspec"]!["name"]);
        Assert.DoesNotContain(null, ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(All))]
    public void File_Always_IsUnderOneMegabyteWithoutMachinePaths(string notebook)
    {
        var text = File.ReadAllText(Path.Combine(Notebooks.Root, notebook));

        Assert.True(text.Length < 1_000_000, $"{text.Length} characters");
        Assert.DoesNotMatch(MachinePath(), text);
    }

    [Theory, MemberData(nameof(All))]
    public void FirstCodeCell_Always_LoadsTheSetup(string notebook)
    {
        var first = Notebooks.Cells(notebook).First(Notebooks.IsCode);

        Assert.Equal("#load \"../setup.csx\"", Notebooks.Source(first).Trim());
    }

    [Theory, MemberData(nameof(Papers))]
    public void Outputs_Always_AreFromOneRunFromTopToBottomWithoutErrors(string notebook)
    {
        var code = Notebooks.Cells(notebook).Where(Notebooks.IsCode).ToList();

        Assert.Equal(Enumerable.Range(1, code.Count), code.Select(cell => (int?)cell["execution_count"] ?? 0));
        Assert.DoesNotContain(code, cell => cell["outputs"]!.AsArray().Any(output => (string?)output!["output_type"] == "error"));
        Assert.Contains(code, cell => cell["outputs"]!.AsArray().Any(output => output!["data"]?["image/png"] is not null));
    }

    [Theory, MemberData(nameof(Papers))]
    public void Cells_Always_FitAScreen(string notebook)
    {
        foreach (var cell in Notebooks.Cells(notebook).Where(Notebooks.IsCode))
        {
            var lines = Notebooks.Source(cell).Split('\n').Length;
            Assert.True(lines <= 45, string.Create(CultureInfo.InvariantCulture, $"cell {cell["id"]} has {lines} lines"));
        }
    }

    [Theory, MemberData(nameof(Papers))]
    public void Header_Always_NamesPaperDataAndTimes(string notebook)
    {
        var header = Notebooks.Source(Notebooks.Cells(notebook)[0]);

        Assert.StartsWith("# ", header, StringComparison.Ordinal);
        Assert.Matches(@"arXiv|doi\.org", header);
        Assert.All(["Authors", "Claim", "Chapter", "Prerequisites", "Dataset", "Parameters", "Time"], part => Assert.Contains(part, header, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Papers))]
    public void Mathematics_Always_IsFollowedByCodeAndChecked(string notebook)
    {
        var cells = Notebooks.Cells(notebook);
        var equations = Enumerable.Range(0, cells.Count).Where(i => !Notebooks.IsCode(cells[i]) && Notebooks.Source(cells[i]).Contains("$$", StringComparison.Ordinal)).ToList();
        var checks = cells.Count(cell => Notebooks.IsCode(cell) && Notebooks.Source(cell).Contains("Check.", StringComparison.Ordinal));

        Assert.True(equations.Count >= 3, $"{equations.Count} cells with display equations");
        Assert.True(checks >= 4, $"{checks} cells with checks");
        Assert.Contains(equations, i => i + 1 < cells.Count && Notebooks.IsCode(cells[i + 1]));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Sections_Always_HaveClaimComparisonExercisesAndReferences(string notebook)
    {
        var headings = Notebooks.Cells(notebook).Where(cell => !Notebooks.IsCode(cell))
            .SelectMany(cell => Notebooks.Source(cell).Split('\n')).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();

        Assert.All(["claim", "against the paper", "exercises", "references"], part => Assert.Contains(headings, heading => heading.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Papers))]
    public void Links_ToFilesOfTheRepository_Exist(string notebook)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Notebooks.Root, notebook))!;
        var links = Notebooks.Cells(notebook).Where(cell => !Notebooks.IsCode(cell))
            .SelectMany(cell => Link().Matches(Notebooks.Source(cell))).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')).ToList();

        Assert.Contains(links, link => link.Contains("solutions/", StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)), $"{notebook} links to {link}, which does not exist"));
    }

    [GeneratedRegex(@"/(root|work|tmp|home/[a-z]+)/|[A-Z]:\\\\Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
