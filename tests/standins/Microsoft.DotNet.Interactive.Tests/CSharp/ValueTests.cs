using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.Tests.CSharp;

public sealed class ValueTests : KernelTest
{
    [Fact]
    public async Task RequestValue_Variable_GivesItsLatestValue()
    {
        await Run("var x = 1; var list = new List<int> { 1, 2 };");
        await Run("var x = 2.5;");
        var result = await Kernel.SendAsync(new RequestValue("x", "text/plain"));
        Assert.Equal("2.5", Assert.Single(result.Events.OfType<ValueProduced>()).FormattedValue.Value);
        Assert.True(Kernel.TryGetValue<List<int>>("list", out var list));
        Assert.Equal([1, 2], list!);
    }

    [Fact]
    public async Task RequestValue_UnknownName_Fails()
    {
        var result = await Kernel.SendAsync(new RequestValue("nothing"));
        Assert.Contains("'nothing'", Failure(result)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendValue_FromOutside_IsAVariable()
    {
        await Kernel.SendAsync(new SendValue("table", new Dictionary<string, int[]> { ["a"] = [1, 2] }));
        Assert.Equal(2, await Value("table[\"a\"][1]"));
    }

    [Fact]
    public async Task RequestValueInfos_AfterCells_ListsEachVariableOnce()
    {
        await Run("var a = 1; string b = \"x\";");
        await Run("var a = 2.0; record R(int N);");
        var result = await Kernel.SendAsync(new RequestValueInfos());
        var infos = Assert.Single(result.Events.OfType<ValueInfosProduced>()).ValueInfos.ToDictionary(i => i.Name, i => i.TypeName);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "double", ["b"] = "string" }, infos);
    }

    [Fact]
    public async Task RequestDiagnostics_CodeThatDoesNotCompile_ReportsAndRunsNothing()
    {
        await Run("var x = 1;");
        var result = await Kernel.SendAsync(new RequestDiagnostics("x = 2; y = 3;"));
        Assert.Equal("CS0103", Assert.Single(Assert.Single(result.Events.OfType<DiagnosticsProduced>()).Diagnostics).Code);
        Assert.Equal(1, await Value("x"));
    }
}
