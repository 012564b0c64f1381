using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, Padding? padding_type, long[]? dilation, bool transposed, long[]? output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
        if (padding_mode != PaddingModes.Zeros)
        {
            throw new ArgumentException($"Only \"zeros\" padding mode is supported for {name}");
        }
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Of the output sizes that the stride leaves open, takes the one given.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>How much the output must be widened at its end to have the size wanted.</summary>
    /// <exception cref="ArgumentException">No output of this input has that size.</exception>
    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
        {
            return output_padding;
        }

        var shape = input.shape;
        var first = shape.Length - (int)num_spatial_dims;
        if (output_size.Length == shape.Length)
        {
            output_size = output_size[first..];
        }

        if (output_size.Length != num_spatial_dims)
        {
            throw new ArgumentException($"output_size must have {num_spatial_dims} or {shape.Length} elements (got {output_size.Length})", nameof(output_size));
        }

        var result = new long[num_spatial_dims];
        for (var dim = 0; dim < result.Length; dim++)
        {
            var least = ((shape[first + dim] - 1) * stride[dim]) - (2 * padding[dim]) + (dilation[dim] * (kernel_size[dim] - 1)) + 1;
            result[dim] = output_size[dim] - least;
            if (result[dim] < 0 || result[dim] >= stride[dim])
            {
                throw new ArgumentException($"requested an output size of {output_size[dim]}, but valid sizes range from {least} to {least + stride[dim] - 1}", nameof(output_size));
            }
        }

        return result;
    }
}
