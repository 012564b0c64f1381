using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class ModuleTests
{
    [Fact]
    public void RegisterComponents_Fields_RegistersEachUnderItsName()
    {
        using var network = new Network();

        Assert.Equal(["hidden", "norm", "output"], network.named_children().Select(child => child.name).Order());
        Assert.Equal(["scale", "offset"], network.named_parameters(recurse: false).Select(named => named.name));
        Assert.Equal(["mask"], network.named_buffers(recurse: false).Select(named => named.name));
    }

    [Fact]
    public void StateDict_NestedModules_HasPyTorchsNames()
    {
        using var model = nn.Sequential(nn.Linear(1, 1), nn.BatchNorm1d(1), nn.Sequential(("inner", nn.Conv2d(1, 1, 1, bias: false))));

        Assert.Equal(
            ["0.weight", "0.bias", "1.weight", "1.bias", "2.inner.weight", "1.running_mean", "1.running_var", "1.num_batches_tracked"],
            model.state_dict().Keys);
    }

    [Fact]
    public void NamedModules_Tree_ListsChildrenBeforeTheirsAndNotItself()
    {
        using var model = nn.Sequential(nn.Sequential(nn.ReLU()), nn.Tanh());

        Assert.Equal(["0", "1", "0.0"], model.named_modules().Select(named => named.name));
    }

    [Fact]
    public void NamedParameters_SharedParameter_IsListedOnce()
    {
        using var linear = nn.Linear(2, 2);
        using var tied = nn.Sequential(linear, nn.Linear(linear.weight));

        Assert.Equal(["0.weight", "0.bias"], tied.named_parameters().Select(named => named.name));
    }

    [Fact]
    public void RegisterModule_BadOrTakenName_Throws()
    {
        using var model = nn.Sequential(nn.ReLU());

        Assert.Throws<ArgumentException>(() => model.register_module("a.b", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => model.register_module("", nn.ReLU()));
        Assert.Throws<InvalidOperationException>(() => model.register_module("0", nn.ReLU()));
        Assert.Throws<InvalidOperationException>(() => nn.ReLU().register_parameter("w", new Parameter(zeros(1))));
    }

    [Fact]
    public void Train_OfParent_ReachesEveryModule()
    {
        using var model = nn.Sequential(nn.Sequential(nn.Dropout()), nn.BatchNorm1d(1));

        model.eval();
        Assert.All(model.modules().Append(model), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules().Append(model), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_Tree_VisitsChildrenFirst()
    {
        using var model = nn.Sequential(("a", nn.Linear(1, 1)), ("b", nn.Tanh()));
        var visited = new List<string>();

        model.apply(module => visited.Add(module.GetName()));

        Assert.Equal(["Linear", "Tanh", "Sequential"], visited);
    }

    [Fact]
    public void ZeroGrad_AfterBackward_RemovesOrZeroesGradients()
    {
        using var scope = NewDisposeScope();
        var model = nn.Linear(2, 1);
        model.call(ones(1, 2)).sum().backward();

        model.zero_grad(set_to_none: false);
        Assert.Equal([0, 0], Values.Of(model.weight.grad!));
        model.zero_grad();
        Assert.Null(model.weight.grad);
    }

    [Fact]
    public void To_Float64_ReplacesParametersBuffersAndFieldsAndKeepsValues()
    {
        using var scope = NewDisposeScope();
        using var network = new Network();
        var before = network.state_dict().ToDictionary(entry => entry.Key, entry => Values.Of(entry.Value));

        Assert.Same(network, network.to(float64));

        Assert.All(network.parameters(), parameter => Assert.True(parameter.dtype == float64 && parameter.requires_grad && parameter.is_leaf));
        Assert.Equal(int64, network.norm.num_batches_tracked!.dtype);
        Assert.Same(network.scale, network.get_parameter("scale"));
        Assert.Equal(float64, network.mask.dtype);
        Assert.All(before, entry => Assert.Equal(entry.Value, Values.Of(network.state_dict()[entry.Key])));
        Assert.Equal(float64, network.call(ones(3, 2, dtype: float64)).dtype);
    }

    [Fact]
    public void To_IntegerType_Throws()
    {
        using var model = nn.Linear(1, 1);
        Assert.Throws<ArgumentException>(() => model.to(int64));
    }

    [Fact]
    public void To_CudaWithoutOne_Throws()
    {
        if (cuda.is_available())
        {
            return;
        }

        using var model = nn.Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => model.cuda());
    }

    [Fact]
    public void Call_WithHooks_RunsThemAroundForwardUntilRemoved()
    {
        using var scope = NewDisposeScope();
        var model = nn.Identity();
        var before = model.register_forward_pre_hook((_, x) => x + 1);
        var after = model.register_forward_hook((_, _, result) => result * 10);
        var seen = 0;
        model.register_forward_hook(_ => seen++);

        Assert.Equal(20, model.call(ones([])).item<float>());
        before.remove();
        Assert.Equal(10, model.call(ones([])).item<float>());
        after.remove();
        Assert.Equal(1, model.call(ones([])).item<float>());
        Assert.Equal(3, seen);
    }

    [Fact]
    public void Parameter_OfTensor_TakesItOver()
    {
        var data = ones(2);
        using var parameter = nn.Parameter(data);

        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.Throws<InvalidOperationException>(() => data.sum());
    }

    [Fact]
    public void Parameters_CreatedInScope_OutliveIt()
    {
        Linear model;
        using (NewDisposeScope())
        {
            model = nn.Linear(2, 2);
        }

        Assert.Equal(4, model.weight.numel());
        model.Dispose();
        Assert.Throws<InvalidOperationException>(() => model.weight.numel());
    }

    [Fact]
    public void GetParameter_DottedName_FindsItOrNothing()
    {
        using var model = nn.Sequential(nn.Sequential(nn.Linear(1, 1)));

        Assert.NotNull(model.get_parameter("0.0.bias"));
        Assert.False(model.has_parameter("0.1.bias"));
        Assert.Null(model.get_buffer("0.0.bias"));
    }

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        public readonly Parameter scale = nn.Parameter(full([2], 3.0));
        public readonly Tensor mask = ones(2);
        public readonly BatchNorm norm = nn.BatchNorm1d(2);
        private readonly Linear hidden = nn.Linear(2, 2);
        private readonly Linear output = nn.Linear(2, 1);

        [ComponentName(Name = "offset")]
        private readonly Parameter _shift = nn.Parameter(zeros(2));

        public Network()
            : base(nameof(Network)) => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            output.call(norm.call(hidden.call(input) * scale * mask + _shift));
    }
}
