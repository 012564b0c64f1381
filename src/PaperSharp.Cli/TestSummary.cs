using System.Xml.Linq;

namespace PaperSharp.Cli;

/// <summary>What the test projects' result files (.trx) say together.</summary>
internal sealed record TestSummary(int Passed, IReadOnlyList<string> FailedTests, IReadOnlyList<string> SkippedTests)
{
    public int Failed => FailedTests.Count;

    public int Skipped => SkippedTests.Count;

    /// <param name="folder">Holds the .trx files; a folder that does not exist counts as empty.</param>
    public static TestSummary Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories) : [];
        var results = files
            .SelectMany(file => XDocument.Load(file).Descendants().Where(node => node.Name.LocalName == "UnitTestResult"))
            .Select(node => (
                Outcome: (string?)node.Attribute("outcome"),
                Name: (string?)node.Attribute("testName") ?? "a test without a name",
                Message: node.Descendants().FirstOrDefault(child => child.Name.LocalName == "Message")?.Value.Trim()))
            .ToList();

        return new TestSummary(
            results.Count(result => result.Outcome == "Passed"),
            [.. results.Where(result => result.Outcome is not ("Passed" or "NotExecuted")).Select(Describe)],
            [.. results.Where(result => result.Outcome == "NotExecuted").Select(Describe)]);
    }

    private static string Describe((string? Outcome, string Name, string? Message) result) =>
        result.Message is { Length: > 0 } message ? $"{result.Name}: {message.Split('\n')[0].Trim()}" : result.Name;
}
