using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalization by channel, with learnt scale and shift and running estimates of mean and variance.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _running_mean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _running_var;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _num_batches_tracked;

    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = torch.ones(num_features, dtype: dtype, device: device).AsParameter();
            bias = torch.zeros(num_features, dtype: dtype, device: device).AsParameter();
        }

        if (track_running_stats)
        {
            running_mean = torch.zeros(num_features, dtype: dtype, device: device);
            running_var = torch.ones(num_features, dtype: dtype, device: device);
            num_batches_tracked = torch.zeros([], dtype: ScalarType.Int64, device: device);
        }
    }

    public Parameter? bias
    {
        get => _bias;
        set
        {
            _bias = value;
            ConditionallyRegisterParameter(nameof(bias), value);
        }
    }

    public Parameter? weight
    {
        get => _weight;
        set
        {
            _weight = value;
            ConditionallyRegisterParameter(nameof(weight), value);
        }
    }

    public Tensor? running_mean
    {
        get => _running_mean;
        set
        {
            _running_mean = value;
            ConditionallyRegisterBuffer(nameof(running_mean), value);
        }
    }

    public Tensor? running_var
    {
        get => _running_var;
        set
        {
            _running_var = value;
            ConditionallyRegisterBuffer(nameof(running_var), value);
        }
    }

    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set
        {
            _num_batches_tracked = value;
            ConditionallyRegisterBuffer(nameof(num_batches_tracked), value);
        }
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>How far the running estimates move towards a batch's; null gives every batch the same weight.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            nn.init.zeros_(_running_mean!);
            nn.init.ones_(_running_var!);
            nn.init.zeros_(_num_batches_tracked!);
        }
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            nn.init.ones_(_weight!);
            nn.init.zeros_(_bias!);
        }
    }

    /// <exception cref="ArgumentException">The input has the wrong number of dimensions.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected static void Require(Tensor input, string expected, params long[] allowed)
    {
        if (!allowed.Contains(input.Dimensions))
        {
            throw new ArgumentException($"expected {expected} input, but got {input.Dimensions}D input instead.");
        }
    }
}
