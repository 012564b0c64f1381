using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optim;

public class SchedulerTests
{
    private const double Initial = 0.8;

    public static TheoryData<string> All => [.. s_schedules.Keys];

    private static readonly Dictionary<string, (Func<optim.Optimizer, LRScheduler> Create, Func<int, double> Factor)> s_schedules = new()
    {
        ["Step"] = (optimizer => StepLR(optimizer, 3, 0.5), epoch => Math.Pow(0.5, epoch / 3)),
        ["MultiStep"] = (optimizer => MultiStepLR(optimizer, [2, 5, 5], 0.5), epoch => Math.Pow(0.5, (epoch >= 2 ? 1 : 0) + (epoch >= 5 ? 2 : 0))),
        ["Exponential"] = (optimizer => ExponentialLR(optimizer, 0.9), epoch => Math.Pow(0.9, epoch)),
        ["Lambda"] = (optimizer => LambdaLR(optimizer, epoch => 1.0 / (1 + epoch)), epoch => 1.0 / (1 + epoch)),
        ["Multiplicative"] = (optimizer => MultiplicativeLR(optimizer, _ => 0.7), epoch => Math.Pow(0.7, epoch)),
        ["Constant"] = (optimizer => ConstantLR(optimizer, 0.5, 4), epoch => epoch < 4 ? 0.5 : 1),
        ["Linear"] = (optimizer => LinearLR(optimizer, 0.25, 1, 4), epoch => 0.25 + (0.75 * Math.Min(epoch, 4) / 4)),
        ["Polynomial"] = (optimizer => PolynomialLR(optimizer, 10, 2), epoch => Math.Pow(1 - (Math.Min(epoch, 10) / 10.0), 2)),
        ["Cosine"] = (optimizer => CosineAnnealingLR(optimizer, 8), epoch => (1 + Math.Cos(Math.PI * epoch / 8)) / 2),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Step_TenEpochs_FollowsTheClosedForm(string name)
    {
        var (create, factor) = s_schedules[name];
        using var parameter = nn.Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], Initial);
        var scheduler = create(optimizer);

        for (var epoch = 0; epoch < 10; epoch++)
        {
            Assert.Equal(Initial * factor(epoch), optimizer.ParamGroups.Single().LearningRate, 1e-12);
            Assert.Equal(optimizer.ParamGroups.Select(group => group.LearningRate), scheduler.get_last_lr());
            scheduler.step();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Step_ToAnEpoch_JumpsThere(string name)
    {
        var (create, factor) = s_schedules[name];
        if (name == "Multiplicative")
        {
            return;
        }

        using var parameter = nn.Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], Initial);

        create(optimizer).step(7);

        Assert.Equal(Initial * factor(7), optimizer.ParamGroups.Single().LearningRate, 1e-12);
    }
}
