using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    /// <summary>An integer from <paramref name="low"/> up to, and without, <paramref name="high"/>.</summary>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var drawn = Ops.randint.Call(low, high, (long[])[], generator, ScalarType.Int64);
        return drawn.ToInt64();
    }

    /// <summary>A number in [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var drawn = Ops.rand.Call((long[])[], generator, ScalarType.Float64);
        return drawn.ToDouble();
    }

    /// <summary>A standard normal number.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var drawn = Ops.randn.Call((long[])[], generator, ScalarType.Float64);
        return drawn.ToDouble();
    }

    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Finish(Ops.normal_sized.Call(mean, std, size, generator, dtype, Arg.None, On(device)), requires_grad, names);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Ops.normal_tensors.Call(mean, std, generator);

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) =>
        Ops.randperm_generator_out.Call(n, generator, @out);

    /// <summary>Samples of the gamma distributions with these shape parameters and rate 1.</summary>
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Ops._standard_gamma.Call(input, generator);

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) =>
        Ops._sample_dirichlet.Call(input, generator);
}
