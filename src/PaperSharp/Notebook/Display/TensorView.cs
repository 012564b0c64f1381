using System.Globalization;
using System.Net;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>
/// How notebooks show a tensor: dtype, shape, device, range, and its values or, of a big one, those at the edges. Looking
/// at it changes neither the tensor nor its gradients, and copies no more than is shown to the CPU.
/// </summary>
internal static class TensorView
{
    private const int MostShown = 400;
    private const int Edge = 3;
    private const int OuterEdge = 1;
    private const int Bins = 40;

    public static string Title(Tensor tensor)
    {
        if (tensor.IsInvalid)
        {
            return "disposed tensor";
        }

        var kind = tensor is TorchSharp.Modules.Parameter ? "parameter, " : "";
        return $"{kind}{tensor.dtype} [{string.Join(", ", tensor.shape)}] on {tensor.device}{(tensor.requires_grad ? ", requires grad" : "")}";
    }

    public static string Text(Tensor tensor)
    {
        if (!HasValues(tensor))
        {
            return Title(tensor);
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (tensor.dim() == 0)
        {
            return $"{Title(tensor)}: {Scalar(tensor)}";
        }

        var range = TensorStatistics.Of(tensor);
        return $"{Title(tensor)}{(range is null ? "" : $"\n{range}")}\n{Values(tensor)}";
    }

    public static string Html(Tensor tensor)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (!HasValues(tensor) || tensor.dim() == 0)
        {
            return $"<pre>{WebUtility.HtmlEncode(Text(tensor))}</pre>";
        }

        var range = TensorStatistics.Of(tensor);
        return $"<div><div style=\"display:flex;gap:1.5em;align-items:flex-end\"><div><b>{WebUtility.HtmlEncode(Title(tensor))}</b>"
            + (range is null ? "" : $"<div>{range}</div>") + $"</div>{(range is null ? "" : Histogram(tensor, range))}</div>"
            + $"<pre style=\"margin:.4em 0 0\">{WebUtility.HtmlEncode(Values(tensor))}</pre></div>";
    }

    /// <summary>The texts of a tensor's values in brackets, of a big one only those at the edges.</summary>
    private static string Values(Tensor tensor)
    {
        var full = tensor.shape;
        var shown = tensor.detach();
        if (tensor.numel() > MostShown)
        {
            for (var dimension = 0; dimension < full.Length; dimension++)
            {
                var edge = dimension >= full.Length - 2 ? Edge : OuterEdge;
                if (full[dimension] > 2 * edge)
                {
                    shown = cat([shown.narrow(dimension, 0, edge), shown.narrow(dimension, full[dimension] - edge, edge)], dimension);
                }
            }
        }

        return BracketText.Of(Cells(shown.cpu()), shown.shape, full);
    }

    private static string[] Cells(Tensor values)
    {
        if (values.numel() == 0)
        {
            return [];
        }

        if (values.dtype == ScalarType.Bool)
        {
            return [.. Data<bool>(values).Select(value => value ? "True" : "False")];
        }

        if (values.is_complex())
        {
            var real = BracketText.Align(Data<double>(values.real.to(ScalarType.Float64)));
            var imaginary = BracketText.Align(Data<double>(values.imag.to(ScalarType.Float64)));
            return [.. real.Zip(imaginary, (x, y) => y.StartsWith('-') ? $"{x} - {y[1..]}i" : $"{x} + {y}i")];
        }

        return values.is_floating_point()
            ? BracketText.Align(Data<double>(values.to(ScalarType.Float64)))
            : [.. Data<long>(values.to(ScalarType.Int64)).Select(value => value.ToString(CultureInfo.InvariantCulture))];
    }

    private static string Scalar(Tensor tensor) => tensor.detach().dtype switch
    {
        ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => tensor.detach().to(ScalarType.Float32).item<float>().ToString(CultureInfo.InvariantCulture),
        ScalarType.Float64 => tensor.detach().item<double>().ToString(CultureInfo.InvariantCulture),
        _ => Cells(tensor.detach().cpu().reshape(1))[0],
    };

    private static T[] Data<T>(Tensor tensor)
        where T : unmanaged => tensor.contiguous().data<T>().ToArray();

    private static bool HasValues(Tensor tensor) =>
        !tensor.IsInvalid && !tensor.is_meta && !tensor.is_sparse && tensor.dtype is <= ScalarType.Bool or ScalarType.BFloat16;

    /// <summary>How the values are spread, from at most some ten thousand of them.</summary>
    private static string Histogram(Tensor tensor, TensorStatistics range)
    {
        const int Sample = 20_000;
        if (!(range.Largest > range.Least) || (!tensor.is_contiguous() && tensor.numel() > 100 * Sample))
        {
            return "";
        }

        var step = Math.Max(1, tensor.numel() / Sample);
        var flat = tensor.detach().reshape(-1);
        var values = Data<double>(flat[TensorIndex.Slice(0, flat.numel(), step)].cpu().to(ScalarType.Float64));
        var counts = new int[Bins];
        foreach (var value in values.Where(double.IsFinite))
        {
            counts[Math.Clamp((int)(Bins * (value - range.Least) / (range.Largest - range.Least)), 0, Bins - 1)]++;
        }

        var svg = new StringBuilder($"<svg width=\"{4 * Bins}\" height=\"30\" role=\"img\" aria-label=\"histogram from min to max\" fill=\"currentColor\" opacity=\".6\">");
        for (var i = 0; i < Bins; i++)
        {
            var height = counts[i] == 0 ? 0 : Math.Max(1, 29.0 * counts[i] / counts.Max());
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{4 * i}\" y=\"{29 - height:0.#}\" width=\"3\" height=\"{height + 1:0.#}\"/>");
        }

        return svg.Append("</svg>").ToString();
    }
}
