using System.Data;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Tests.Formatting;

[Collection(nameof(FormatterTests))]
public sealed class HtmlTableTests : IDisposable
{
    public HtmlTableTests() => Formatter.ResetToDefault();

    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void Table_Records_HasTextsLeftAndNumbersRight()
    {
        var table = Table(new[] { new { Name = "<a>", Value = 1.5 }, new { Name = "b", Value = -2.0 } });

        Assert.Equal([["Name", "Value"], ["<a>", "1.5"], ["b", "-2"]], Cells(table));
        Assert.Equal([null, "dni-number", null, "dni-number", null, "dni-number"], table.Descendants().Where(IsCell).Select(cell => (string?)cell.Attribute("class")));
    }

    [Fact]
    public void Table_Tuples_HasAColumnForEachItem() =>
        Assert.Equal([["Item1", "Item2"], ["a", "1"]], Cells(Table(new[] { ("a", 1) })));

    [Fact]
    public void Table_Dictionary_HasKeysAndValues() =>
        Assert.Equal([["key", "value"], ["a", "[1, 2]"]], Cells(Table(new Dictionary<string, int[]> { ["a"] = [1, 2] })));

    [Fact]
    public void Table_ListOfObjects_HasTheColumnsOfAllThatItHolds()
    {
        var values = new List<object> { new Animal("Rex"), new Dog("Fido", 3) };

        Assert.Equal([["Name", "Age"], ["Rex", "<null>"], ["Fido", "3"]], Cells(Table(values)).Select(row => row.OrderBy(cell => cell is "Age" or "3" or "<null>").ToArray()));
        Assert.Equal(["text/html", "text/plain"], FormattedValue.CreateManyFromObject(values).Select(value => value.MimeType));
    }

    [Fact]
    public void Table_DataTable_HasItsRows()
    {
        using var data = new DataTable();
        data.Columns.Add("name");
        data.Columns.Add("score", typeof(int));
        data.Rows.Add("a", 1);
        data.Rows.Add("b", DBNull.Value);

        Assert.Equal([["name", "score"], ["a", "1"], ["b", "<null>"]], Cells(Table(data)));
    }

    [Fact]
    public void Table_PropertyThatThrows_ShowsItsMessageAndTheRest()
    {
        var table = Table(new[] { new Throws() });

        Assert.Equal([["Value", "Other"], ["! InvalidOperationException: not today", "7"]], Cells(table));
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(100, "… 80 more rows (Formatter.ListExpansionLimit is 20)")]
    public void Table_ManyRows_SaysHowManyMore(int count, string? expected)
    {
        var html = Enumerable.Range(0, count).Select(i => new Animal($"{i}")).ToArray().ToDisplayString("text/html");

        Assert.Equal(20, Regex.Count(html, "<td>"));
        Assert.Equal(expected, Regex.Match(html, "<p class=\"dni-more\">(.*?)</p>") is { Success: true } match ? match.Groups[1].Value : null);
    }

    [Fact]
    public void Table_EndlessSequence_Ends() =>
        Assert.Contains("… more rows", Endless().ToDisplayString("text/html"), StringComparison.Ordinal);

    [Fact]
    public void Table_ListExpansionLimitRaised_ShowsMore()
    {
        Formatter.ListExpansionLimit = 50;

        Assert.Equal(50, Regex.Count(Endless().ToDisplayString("text/html"), "<td>"));
    }

    [Fact]
    public void CreateManyFromObject_LazySequence_EnumeratesItOnce()
    {
        var asked = 0;
        var values = FormattedValue.CreateManyFromObject(Enumerable.Range(0, 3).Select(i => new Animal($"{++asked}")));

        Assert.Equal(["text/html", "text/plain"], values.Select(value => value.MimeType));
        Assert.Equal(3, asked);
    }

    [Fact]
    public void Table_RegisteredHtmlOfAPart_IsUsed()
    {
        Formatter.Register<Dog>(dog => $"<b>{dog.Name}</b>", "text/html");

        Assert.Contains("<td><b>Rex</b></td>", new[] { new { Pet = new Dog("Rex", 1) } }.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_TwoTablesInACell_ComeOnceAndAgainWithAnUpdate()
    {
        using var kernel = new CSharpKernel().UseKernelHelpers();
        await kernel.SendAsync(new SubmitCode("var rows = new[] { (1, 2) };"));
        var result = await kernel.SendAsync(new SubmitCode("var shown = display(rows); display(rows); shown.Update(rows);"));
        var next = await kernel.SendAsync(new SubmitCode("rows"));

        Assert.Equal([true, false, true], result.Events.OfType<DisplayEvent>().Where(e => e.FormattedValues.Count == 2).Select(HasStyle));
        Assert.True(HasStyle(next.Events.OfType<ReturnValueProduced>().Single()));
    }

    private static bool HasStyle(DisplayEvent shown) => shown.FormattedValues.Any(value => value.Value.StartsWith("<style>", StringComparison.Ordinal));

    private static IEnumerable<Animal> Endless()
    {
        while (true)
        {
            yield return new Animal("Rex");
        }
    }

    private static XElement Table(object value) =>
        XElement.Parse(Regex.Match(value.ToDisplayString("text/html"), "<table>.*</table>", RegexOptions.Singleline).Value);

    private static bool IsCell(XElement element) => element.Name.LocalName is "td" or "th";

    private static string[][] Cells(XElement table) =>
        [.. table.Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    private record Animal(string Name);

    private sealed record Dog(string Name, int Age) : Animal(Name);

    private sealed class Throws
    {
        public int Value => throw new InvalidOperationException("not today");

        public int Other => 7;
    }
}
