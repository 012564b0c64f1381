using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions over one, two and three dimensions have in common, the transposed ones too.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    protected Parameter _weight = null!;

    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, Padding? padding_type, long[]? dilation, bool transposed, long[]? output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (groups <= 0 || in_channels % groups != 0)
        {
            throw new ArgumentException("in_channels must be divisible by groups");
        }

        if (out_channels % groups != 0)
        {
            throw new ArgumentException("out_channels must be divisible by groups");
        }

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride ?? All(1);
        this.padding = padding ?? All(0);
        this.padding_type = padding_type;
        this.dilation = dilation ?? All(1);
        this.transposed = transposed;
        this.output_padding = output_padding ?? All(0);
        this.groups = groups;
        this.padding_mode = padding_mode;

        if (padding_type == Padding.Same && this.stride.Any(step => step != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        }

        long[] shape = transposed
            ? [in_channels, out_channels / groups, .. kernel_size]
            : [out_channels, in_channels / groups, .. kernel_size];
        weight = torch.empty(shape, dtype: dtype, device: device).AsParameter();
        if (bias)
        {
            this.bias = torch.empty(out_channels, dtype: dtype, device: device).AsParameter();
        }

        reset_parameters();

        long[] All(long value) => [.. Enumerable.Repeat(value, kernel_size.Length)];
    }

    /// <summary>[out_channels, in_channels / groups, …kernel_size]; transposed, [in_channels, out_channels / groups, …].</summary>
    public Parameter weight
    {
        get => _weight;
        set
        {
            _weight = value;
            ConditionallyRegisterParameter(nameof(weight), value);
        }
    }

    /// <summary>[out_channels], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set
        {
            _bias = value;
            ConditionallyRegisterParameter(nameof(bias), value);
        }
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public Padding? padding_type { get; private set; }

    public long[] padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is not null)
        {
            var (fanIn, _) = nn.init.CalculateFanInAndFanOut(_weight);
            var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            nn.init.uniform_(_bias, -bound, bound);
        }
    }

    public void SetPadding(long[] padding) => (this.padding, padding_type) = (padding, null);

    public void SetPadding(Padding padding) => padding_type = padding;

    /// <summary>The input widened by this convolution's padding, in the padding mode, and the padding that is left to do.</summary>
    private protected (Tensor Input, long[] Padding, bool Owned) Widened(Tensor input)
    {
        if (padding_mode == PaddingModes.Zeros)
        {
            return (input, padding, false);
        }

        var around = new List<long>();
        for (var dim = kernel_size.Length - 1; dim >= 0; dim--)
        {
            var (before, after) = padding_type switch
            {
                Padding.Same => SameAround(dim),
                Padding.Valid => (0, 0),
                _ => (padding[dim], padding[dim]),
            };
            around.AddRange([before, after]);
        }

        return (nn.functional.pad(input, [.. around], padding_mode), [.. kernel_size.Select(_ => 0L)], true);
    }

    private (long, long) SameAround(int dim)
    {
        var total = dilation[dim] * (kernel_size[dim] - 1);
        return (total / 2, total - (total / 2));
    }
}
