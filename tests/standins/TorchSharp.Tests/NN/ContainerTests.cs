using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class ContainerTests
{
    [Fact]
    public void Sequential_Forward_AppliesModulesInTurnAndDisposesWhatLiesBetween()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (first, second) = (nn.Linear(2, 3), nn.Linear(3, 1));
        var model = nn.Sequential(first, nn.Tanh(), second);
        var x = randn(4, 2);
        var expected = Values.Of(second.call(first.call(x).tanh()));
        var alive = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

        using var result = model.call(x);

        Assert.Equal(alive + 1, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        Assert.Equal(expected, Values.Of(result));
    }

    [Fact]
    public void Sequential_Empty_PassesItsInputOn()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        var y = nn.Sequential().call(x);
        x.Dispose();
        Assert.Equal([1, 1], Values.Of(y));
    }

    [Fact]
    public void Sequential_RangeAndAppend_KeepTheModules()
    {
        using var model = nn.Sequential(nn.ReLU(), nn.Tanh(), nn.Sigmoid());
        var part = model[1..];

        Assert.Equal(2, part.Count);
        Assert.Same(model[1], part[0]);
        Assert.Equal(["0", "1", "2", "3"], model.append(nn.Identity()).named_children().Select(child => child.name));
        Assert.Throws<ArgumentOutOfRangeException>(() => model[2..9]);
    }

    [Fact]
    public void ModuleList_Changes_RenumberItsChildren()
    {
        using var list = nn.ModuleList(nn.Linear(1, 1), nn.Linear(1, 2));
        list.Insert(0, nn.Linear(1, 3));
        list.RemoveAt(1);
        list.append(nn.Linear(1, 4));

        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.named_parameters().Select(named => named.name));
        Assert.Equal([3, 2, 4], list.Select(linear => linear.out_features));
    }

    [Fact]
    public void ModuleDict_Changes_KeepOrderAndNames()
    {
        using var dictionary = nn.ModuleDict(("b", nn.Linear(1, 1)), ("a", nn.Linear(1, 2)));
        dictionary["c"] = nn.Linear(1, 3);
        dictionary.Remove("b");

        Assert.Equal(["a", "c"], dictionary.keys());
        Assert.Equal(["a.weight", "a.bias", "c.weight", "c.bias"], dictionary.named_parameters().Select(named => named.name));
    }

    [Fact]
    public void ParameterContainers_InModule_RegisterUnderItsField()
    {
        using var holder = new Holder();

        Assert.Equal(["list.0", "list.1", "dict.gain"], holder.named_parameters().Select(named => named.name));
        holder.to(float64);
        Assert.Equal(float64, holder.list[1].dtype);
        Assert.Equal(float64, holder.dict["gain"].dtype);
    }

    private sealed class Holder : nn.Module<Tensor, Tensor>
    {
        public readonly ParameterList list = nn.ParameterList(nn.Parameter(ones(1)), nn.Parameter(ones(2)));
        public readonly ParameterDict dict = nn.ParameterDict(("gain", nn.Parameter(ones(3))));

        public Holder()
            : base(nameof(Holder)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input;
    }
}
