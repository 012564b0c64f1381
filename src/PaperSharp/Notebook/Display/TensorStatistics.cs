using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>The range of a tensor's finite values, and how many are not finite.</summary>
internal sealed record TensorStatistics(double Least, double Mean, double Largest, long NaNs, long Infinities)
{
    /// <summary>Computed where the tensor lies; null for tensors without an order: empty, complex, true or false.</summary>
    public static TensorStatistics? Of(Tensor tensor)
    {
        if (tensor.numel() < 2 || tensor.is_complex() || tensor.dtype == ScalarType.Bool)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var values = tensor.detach();
        if (!tensor.is_floating_point())
        {
            return new(Number(values.min()), Number(values.to(ScalarType.Float64).mean()), Number(values.max()), 0, 0);
        }

        values = values.dtype is ScalarType.Float64 ? values : values.to(ScalarType.Float32);
        var (least, mean, largest) = (Number(values.min()), Number(values.mean()), Number(values.max()));
        if (double.IsFinite(least) && double.IsFinite(mean) && double.IsFinite(largest))
        {
            return new(least, mean, largest, 0, 0);
        }

        var (nans, infinities) = (Count(values.isnan()), Count(values.isinf()));
        var finite = values.masked_select(values.isfinite()).to(ScalarType.Float64);
        return finite.numel() == 0
            ? new(double.NaN, double.NaN, double.NaN, nans, infinities)
            : new(Number(finite.min()), Number(finite.mean()), Number(finite.max()), nans, infinities);
    }

    public override string ToString()
    {
        var range = double.IsNaN(Least) ? "no finite value" : FormattableString.Invariant($"min {Least:G4}, mean {Mean:G4}, max {Largest:G4}");
        return range + (NaNs > 0 ? FormattableString.Invariant($", {NaNs:N0} NaN") : "") + (Infinities > 0 ? FormattableString.Invariant($", {Infinities:N0} infinite") : "");
    }

    private static double Number(Tensor scalar) => scalar.to(ScalarType.Float64).item<double>();

    private static long Count(Tensor condition) => condition.sum().to(ScalarType.Int64).item<long>();
}
