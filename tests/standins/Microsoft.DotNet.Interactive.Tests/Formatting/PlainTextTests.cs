using System.Collections.Immutable;
using System.Data;
using System.Numerics;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Tests.Formatting;

[Collection(nameof(FormatterTests))]
public sealed class PlainTextTests : IDisposable
{
    public PlainTextTests() => Formatter.ResetToDefault();

    public static TheoryData<object?, string> Values => new()
    {
        { new[] { "a\n\"b\"", "c\\" }, "[\"a\\n\\\"b\\\"\", \"c\\\\\"]" },
        { new[] { 'a', '\n' }, "['a', '\\n']" },
        { "two\nlines", "two\nlines" },
        { new int?[] { 1, null }, "[1, <null>]" },
        { new DateTime(2017, 6, 12, 17, 57, 34, DateTimeKind.Utc), "2017-06-12 17:57:34Z" },
        { new DateTime(2017, 6, 12), "2017-06-12 00:00:00" },
        { new DateTimeOffset(2017, 6, 12, 1, 2, 3, 500, TimeSpan.FromHours(2)), "2017-06-12 01:02:03.5 +02:00" },
        { new DateOnly(2017, 6, 12), "2017-06-12" },
        { new TimeOnly(17, 5), "17:05:00" },
        { TimeSpan.FromSeconds(90.5), "0:01:30.5" },
        { new Complex(1, -2.5), "1 - 2.5i" },
        { BigInteger.Pow(2, 100), "1267650600228229401496703205376" },
        { double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { BindingTypes.A | BindingTypes.B, "A, B" },
        { new Memory<int>([1, 2, 3]), "[1, 2, 3]" },
        { new ReadOnlyMemory<byte>([7]), "[7]" },
        { new ArraySegment<int>([1, 2, 3], 1, 2), "[2, 3]" },
        { "abc".AsMemory(), "['a', 'b', 'c']" },
        { ImmutableDictionary<string, int>.Empty.Add("a", 1), "{ \"a\": 1 }" },
        { new[] { 1, 2, 3 }.GroupBy(i => i % 2).First(), "1: [1, 3]" },
        { typeof((int, string)?), "(int, string)?" },
        { typeof(int[,][]), "int[,][]" },
        { (Func<int, double>)(i => i), "Func<int, double> (lambda)" },
        { (Func<string?, string>)Path.GetFullPath!, "Func<string, string> (GetFullPath)" },
        { JsonNode.Parse("{\"a\":[1,\"é\"]}"), "{\n  \"a\": [\n    1,\n    \"é\"\n  ]\n}" },
        { new object(), "object" },
        { Task.FromResult(5), "Task<int> (completed): 5" },
        { Task.CompletedTask, "Task (completed)" },
        { Task.FromException<int>(new ArgumentException("no")), "Task<int> (failed): ArgumentException: no" },
        { Task.FromCanceled(new CancellationToken(true)), "Task (cancelled)" },
        { new ValueTask<int>(5), "ValueTask<int>" },
        { new InvalidOperationException("outer", new ArgumentException("inner")), "InvalidOperationException: outer\ncaused by ArgumentException: inner" },
        { new[,] { { 1.5, -20 }, { 300, 4 } }, "[[1.5, -20],\n [300,   4]]" },
        { new int[0, 3], "[]" },
        { (1, (2, "x")), "(1, (2, \"x\"))" },
    };

    public void Dispose() => Formatter.ResetToDefault();

    [Theory]
    [MemberData(nameof(Values))]
    public void ToDisplayString_Value_ReadsAsCSharpersExpect(object? value, string expected) => Assert.Equal(expected, value.ToDisplayString());

    [Fact]
    public void ToDisplayString_RunningTask_DoesNotWait() =>
        Assert.Equal("Task<int> (running, WaitingForActivation)", new TaskCompletionSource<int>().Task.ToDisplayString());

    [Fact]
    public void ToDisplayString_ArrayWithOtherLowerBound_ShowsItsItems() =>
        Assert.Equal("[[0, 0]]", Array.CreateInstance(typeof(int), [1, 2], [5, 7]).ToDisplayString());

    [Fact]
    public void ToDisplayString_BigMatrix_SaysWhatIsLeftOut()
    {
        var lines = new double[1000, 300].ToDisplayString().Split('\n');

        Assert.Equal(21, lines.Length);
        Assert.Equal(" … (980 more)]", lines[^1]);
        Assert.EndsWith("… (280 more)],", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ToDisplayString_WideMatrix_FitsIntoTheLine()
    {
        var wide = new double[2, 12];
        for (var i = 0; i < 12; i++)
        {
            (wide[0, i], wide[1, i]) = (Math.PI * i, -Math.E * i);
        }

        var lines = wide.ToDisplayString().Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 50, 120));
        Assert.EndsWith("more)]]", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ToDisplayString_LongNumbers_FillLines()
    {
        var lines = Enumerable.Range(1, 20).Select(i => Math.Sqrt(i)).ToArray().ToDisplayString().Split('\n');

        Assert.InRange(lines.Length, 3, 5);
        Assert.All(lines, line => Assert.InRange(line.Length, 20, 100));
        Assert.Equal(20, string.Concat(lines).Split(',').Length);
    }

    [Fact]
    public void ToDisplayString_SequenceThatThrows_ShowsTheItemsBefore() =>
        Assert.Equal("[10, 5, ! DivideByZeroException: Attempted to divide by zero.]", new[] { 1, 2, 0 }.Select(i => 10 / i).ToDisplayString());

    [Fact]
    public void ToDisplayString_CollectionThatHoldsItself_Ends()
    {
        var list = new List<object>();
        list.AddRange(Enumerable.Repeat(list, 100));

        Assert.StartsWith("[…, …", list.ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToDisplayString_GraphThatUnfoldsToMillions_StopsEarly()
    {
        var leaves = Enumerable.Range(0, 20).Select(i => (object)$"leaf {i}").ToArray();
        var level2 = Enumerable.Range(0, 20).Select(_ => leaves.ToArray()).ToArray();
        object graph = level2;
        for (var i = 0; i < 3; i++)
        {
            var inner = graph;
            graph = Enumerable.Range(0, 20).Select(_ => new Holder(inner)).ToArray();
        }

        Assert.InRange(graph.ToDisplayString().Length, 1_000, 2_000_000);
    }

    [Fact]
    public void ToDisplayString_FormatterThatCallsItself_Ends()
    {
        Formatter.Register<Node>(node => $"node of {new Node(node.Depth + 1).ToDisplayString()}");

        Assert.Contains("node of node of", new Node(0).ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToDisplayString_ToStringThatThrows_ShowsTheMessage() =>
        Assert.Equal("[! InvalidOperationException: no text]", new[] { new Silent() }.ToDisplayString());

    [Fact]
    public void ToDisplayString_DataTable_NamesTheColumns()
    {
        using var table = new DataTable();
        table.Columns.Add("name");
        table.Columns.Add("score", typeof(double));
        table.Rows.Add("a", 1.5);
        table.Rows.Add("b", DBNull.Value);

        Assert.Equal("[{ \"name\": \"a\", \"score\": 1.5 }, { \"name\": \"b\", \"score\": <null> }]", table.ToDisplayString());
    }

    [Flags]
    private enum BindingTypes
    {
        A = 1,
        B = 2,
    }

    private sealed record Node(int Depth);

    private sealed record Holder(object Inner);

    private sealed class Silent
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
