using System.Reflection;
using TorchSharp.Interop;

namespace TorchSharp.Tests.Api;

public class OperatorTests
{
    [Fact]
    public void Ops_EveryOne_IsKnownToThisLibtorch()
    {
        var fields = typeof(Ops).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Op)).ToList();
        Assert.True(fields.Count > 500);
        var missing = fields.Where(f => !((Op)f.GetValue(null)!).Exists).Select(f => f.Name);
        Assert.Empty(missing);
    }

    [Fact]
    public void Ops_InPlaceAndOutOfPlace_AreToldApart()
    {
        using var scope = torch.NewDisposeScope();
        var a = torch.tensor(new[] { 1.0, 2.0, 3.0 });
        var b = torch.tensor(new[] { 2.0, 2.0, 2.0 });
        Discard(a + b, a - b, a * b, a / b, a % b, a.eq(b), a.ne(b), a.lt(b), a.pow(b), a.fmod(b), a.floor_divide(b), a.masked_fill(a == b, 7));
        Assert.Equal(new[] { 1.0, 2.0, 3.0 }, a.data<double>().ToArray());
        Assert.Same(a, a.add_(b));
        Assert.Equal(new[] { 3.0, 4.0, 5.0 }, a.data<double>().ToArray());

        static void Discard(params torch.Tensor[] _)
        {
        }
    }
}
